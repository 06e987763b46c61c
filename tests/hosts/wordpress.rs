//! In posts of a real WordPress, with PHP and MariaDB, everything in the temporary folder of the site.

use crate::driver::Result;
use crate::page::dist;
use crate::service::Service;
use crate::site::{HERE, Site};
use serde_json::{Value, json};
use std::fs;
use std::io::Write;
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::{Command, Stdio};

/// What the README tells editors to paste.
const SNIPPET: &str = "<script src=\"/cooperation-atlas.js\" defer></script>
<cooperation-atlas lang=\"en\" query=\"partnership=asean-eaeu&as-of=2019-10-15\">A link for readers <a href=\"https://example.org/\">without scripts</a>.</cooperation-atlas>";

/// A site of WordPress with posts, each by somebody with a role: what became of them, in their order.
async fn wordpress(posts: &[(&str, &str)]) -> Result<(Site, Vec<Value>)> {
    let asked: Vec<Value> =
        posts.iter().map(|(role, content)| json!([role, format!("By the {role}"), content])).collect();
    let mut published = Vec::new();
    let config = fs::read_to_string(Path::new(HERE).join("wordpress/nginx.conf"))?;
    let site = Site::with(&config, |folder, origin| {
        let root = folder.join("wordpress");
        let package =
            std::env::var_os("ATLAS_WORDPRESS").ok_or("no ATLAS_WORDPRESS: use `cargo xtask test --hosts`")?;
        succeed(Command::new("cp").arg("-a").arg(package).arg(&root))?;
        let settings = fs::read_to_string(Path::new(HERE).join("wordpress/wp-config.php"))?
            .replace("@folder@", &folder.to_string_lossy())
            .replace("@origin@", origin);
        fs::write(root.join("wp-config.php"), settings)?;
        plugin(&root.join("wp-content/plugins/cooperation-atlas"))?;
        let services = vec![mariadb(folder)?, php(folder)?];
        published = publish(&root, &asked)?;
        Ok(services)
    })
    .await?;
    Ok((site, published))
}

/// The plugin, as the release has it.
fn plugin(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    for file in ["cooperation-atlas.php", "block.js"] {
        let from = concat!(env!("CARGO_MANIFEST_DIR"), "/src/bundle/cms/wordpress");
        let text = fs::read_to_string(Path::new(from).join(file))?;
        fs::write(folder.join(file), text.replace("%version%", env!("CARGO_PKG_VERSION")))?;
    }
    for file in ["cooperation-atlas.js", "fallback.html"] {
        fs::copy(dist().join(file), folder.join(file))?;
    }
    Ok(())
}

/// Starts MariaDB with an empty database, which can be reached by its socket alone.
fn mariadb(folder: &Path) -> Result<Service> {
    let data = format!("--datadir={}", folder.join("mariadb").display());
    let root = "--user=root"; // of no effect for everybody else
    // When it starts, it removes what it takes for its own leftovers: never from a folder that others use.
    let temporary = format!("--tmpdir={}", folder.display());
    let common = ["--no-defaults", &data, &temporary, root];
    let install = ["--auth-root-authentication-method=normal", "--skip-test-db"];
    succeed(Command::new("mariadb-install-db").args(common).args(install))?;
    let start = folder.join("start.sql");
    fs::write(&start, "CREATE DATABASE wordpress;")?;
    let mut command = Command::new("mariadbd");
    command.args(common).args(["--skip-networking", "--skip-log-bin"]);
    command.arg(format!("--socket={}", folder.join("mariadb.sock").display()));
    command.arg(format!("--pid-file={}", folder.join("mariadb.pid").display()));
    command.arg(format!("--init-file={}", start.display()));
    command.arg("--debug-gdb"); // so that Ctrl-C ends it as it ends the rest
    Service::start_until(&mut command, "ready for connections")
}

/// Starts PHP behind FastCGI, on a socket that listens already.
fn php(folder: &Path) -> Result<Service> {
    let socket = UnixListener::bind(folder.join("php.sock"))?;
    let mut command = Command::new("php-cgi");
    // One process for all requests: it would not wait for the end of its children.
    command.env_remove("PHP_FCGI_CHILDREN").stdin(Stdio::from(OwnedFd::from(socket)));
    Service::start(&mut command)
}

fn publish(root: &Path, posts: &[Value]) -> Result<Vec<Value>> {
    let mut command = Command::new("php");
    command.arg(Path::new(HERE).join("wordpress/publish.php")).arg(root).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn()?;
    child.stdin.take().ok_or("no input of PHP")?.write_all(json!(posts).to_string().as_bytes())?;
    let output = child.wait_with_output()?;
    let said = String::from_utf8_lossy(&output.stdout);
    serde_json::from_str(&said).map_err(|_| format!("PHP ended with {}: {said}", output.status).into())
}

fn succeed(command: &mut Command) -> Result<()> {
    let output = command.output().map_err(|error| format!("{:?} does not start: {error}", command.get_program()))?;
    if output.status.success() {
        return Ok(());
    }
    let said = [output.stdout, output.stderr].concat();
    Err(format!("{:?} ended with {}:\n{}", command.get_program(), output.status, String::from_utf8_lossy(&said)).into())
}

/// The widget of the post is there, and a filter of it works.
async fn works(site: &Site, post: &Value) -> Result<()> {
    site.open(post["path"].as_str().unwrap_or_default()).await?;
    assert_eq!(site.page.query().await?, "as-of=2019-10-15&partnership=asean-eaeu");
    assert!(site.page.get("atlas.getBoundingClientRect().width").await?.as_f64() > Some(300.0));
    let rows = "$$('.matrix tbody tr:not(.group, [hidden])').length";
    let before = site.page.get(rows).await?.as_u64();
    site.page.focus("input[type=search]").await?;
    site.page.browser.press("energy").await?;
    site.page.until("atlas.query.includes('q=energy')").await?;
    assert!(site.page.get(rows).await?.as_u64() < before);
    assert_eq!(site.page.complaints().await?, [""; 0]);
    Ok(())
}

#[tokio::test]
async fn an_administrator_pastes_the_two_lines_into_a_post_or_into_a_block_of_html() -> Result<()> {
    let block = format!(
        "<!-- wp:paragraph -->\n<p>Before.</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:html -->\n{SNIPPET}\n<!-- /wp:html -->"
    );
    let classic = format!("Before.\n\n{SNIPPET}\n\nAfter.");
    let (site, posts) =
        wordpress(&[("administrator", &block), ("editor", &block), ("administrator", &classic)]).await?;
    for post in &posts {
        assert_eq!(post["unfiltered"], true, "{post}");
        works(&site, post).await?;
    }
    site.end().await
}

#[tokio::test]
async fn what_an_author_without_the_right_to_scripts_pastes_remains_readable() -> Result<()> {
    let (site, posts) = wordpress(&[("author", SNIPPET)]).await?;
    assert_eq!(posts[0]["unfiltered"], false, "{}", posts[0]);
    let saved = posts[0]["content"].as_str().unwrap_or_default();
    assert!(!saved.contains("<script") && !saved.contains("cooperation-atlas"), "{saved}");
    site.visit(posts[0]["path"].as_str().unwrap_or_default()).await?;
    let seen = site.page.text("document.querySelector('.entry-content').innerText.trim()").await?;
    assert_eq!(seen, "A link for readers without scripts.");
    assert_eq!(site.page.text("document.querySelector('.entry-content a').href").await?, "https://example.org/");
    assert_eq!(site.page.text("customElements.get('cooperation-atlas')").await?, "undefined");
    site.end().await
}

#[tokio::test]
async fn an_author_without_the_right_to_scripts_has_the_block_and_the_shortcode_of_the_plugin() -> Result<()> {
    let block = "<!-- wp:cooperation-atlas/atlas {\"lang\":\"en\",\"query\":\"partnership=asean-eaeu\\u0026as-of=2019-10-15\"} /-->";
    let shortcode =
        "Before.\n\n[cooperation-atlas lang=\"en\" query=\"partnership=asean-eaeu&as-of=2019-10-15\"]\n\nAfter.";
    let harm = "[cooperation-atlas lang=\"en onload\" view=\"x\" query='\"onmouseover=alert(1) x=\"']";
    let (site, posts) = wordpress(&[("author", block), ("author", shortcode), ("author", harm)]).await?;
    for post in &posts[..2] {
        assert_eq!(post["unfiltered"], false, "{post}");
        works(&site, post).await?;
        let link = "document.querySelector('cooperation-atlas a')?.getAttribute('href') ?? ''";
        assert!(site.page.text(link).await?.ends_with("/plugins/cooperation-atlas/fallback.html"));
    }
    site.visit(posts[2]["path"].as_str().unwrap_or_default()).await?;
    let names = "[...document.querySelector('cooperation-atlas').attributes].map(one => one.name).join()";
    let names = site.page.text(names).await?;
    assert!(names.split(',').all(|name| ["query", "data-query"].contains(&name)), "{names}");
    site.end().await
}
