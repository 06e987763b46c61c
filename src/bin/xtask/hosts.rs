//! `cargo xtask test --hosts`: the release build on real host pages, with all that those need.
//!
//! Owns what is installed for them: nginx, PHP, MariaDB and WordPress, as far as Debian's packages go. Nothing of it may
//! become a service of the system. So PHP and MariaDB come from packages that have none, and packages that would start
//! one (nginx, and the web server that WordPress asks for) are not installed but unpacked into the cache. What belongs
//! to the tests' own pages, from npm, they fetch themselves.

use crate::place::{Place, Result, find_program, say, succeeds};
use crate::tools::{apt, apt_get, at, install, missing};
use crate::{browser, build, steps};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where Debian keeps programs that only root has on the PATH.
const SYSTEM: &str = "/usr/sbin";

/// WordPress, one of its themes, and what its links between files lead to.
const WORDPRESS: [&str; 5] =
    ["wordpress", "wordpress-theme-twentytwentythree", "libjs-cropper", "libjs-underscore", "php-getid3"];

/// Builds, installs what is missing, and runs the tests whose names contain one of `only`, or all.
pub fn test(place: &Place, only: &[&str]) -> Result<()> {
    build(place, None)?;
    packages()?;
    let nginx = nginx(place)?;
    let wordpress = unpacked(place, "wordpress", &WORDPRESS)?.join("usr/share/wordpress");
    let mut command = place.command("cargo");
    match env::var("ATLAS_BROWSER").as_deref() {
        Ok("firefox") => command.env("FIREFOX", browser::firefox(place)?),
        _ => browser::find_or_install()?.show(&mut command),
    };
    command.args(["test", "--features", steps::FEATURES, "--test", "hosts", "--"]).args(only);
    let path = env::var_os("PATH").unwrap_or_default();
    let path = nginx.into_iter().chain(place.tools.clone()).chain(env::split_paths(&path)).chain([SYSTEM.into()]);
    command.env("PATH", env::join_paths(path).map_err(|error| error.to_string())?);
    browser::over_release(command.env("ATLAS_WORDPRESS", wordpress), place)?;
    place.run(&mut command)
}

/// What can be installed as it is: none of these packages starts anything.
fn packages() -> Result<()> {
    let wanted = |program: &str| find_program(program).is_none() && !Path::new(SYSTEM).join(program).is_file();
    let mysqli = || succeeds(Command::new("php").args(["-r", "exit(extension_loaded('mysqli') ? 0 : 1);"]));
    let needed = [
        ("mariadb-server-core", wanted("mariadbd") || wanted("mariadb-install-db")),
        ("mariadb-client-core", wanted("my_print_defaults")),
        ("php-cgi", wanted("php-cgi")),
        ("php-cli", wanted("php")),
        ("php-mysql", !mysqli()),
        ("npm", wanted("npm")),
        // The servers and generators that the release has lines for. The first has no service, nor have the others.
        ("apache2-bin", wanted("apache2")),
        ("media-types", !Path::new("/etc/mime.types").is_file()),
        ("hugo", wanted("hugo")),
        ("jekyll", wanted("jekyll")),
    ];
    let missing: Vec<&str> = needed.iter().filter(|(_, wanted)| *wanted).map(|(package, _)| *package).collect();
    if missing.is_empty() {
        return Ok(());
    }
    say(&format!("installing {}", missing.join(", ")));
    apt(&missing)
}

/// The folder of nginx in the cache; none if the system has one.
fn nginx(place: &Place) -> Result<Option<PathBuf>> {
    if find_program("nginx").is_some() || Path::new(SYSTEM).join("nginx").is_file() {
        return Ok(None);
    }
    let folder = unpacked(place, "nginx", &["nginx"])?.join("usr/sbin");
    // The libraries that it is linked to are those that every Debian has, but that may change.
    if succeeds(Command::new(folder.join("nginx")).arg("-v")) { Ok(Some(folder)) } else { Err(missing("nginx")) }
}

/// The folder of the cache into which these packages of Debian are unpacked.
fn unpacked(place: &Place, name: &str, packages: &[&str]) -> Result<PathBuf> {
    let folder = place.tool(name, "debian");
    install(&folder, &format!("{name} of this system's packages, into the cache"), |new| {
        fs::create_dir_all(new).map_err(|error| at(new, error))?;
        // As root, apt would hand the download to a user who may not write there.
        let download = || {
            let mut apt = Command::new("apt-get");
            succeeds(apt.args(["download", "--quiet", "-o", "APT::Sandbox::User=root"]).args(packages).current_dir(new))
        };
        let done = download() || apt_get(&["update"]) && download();
        if !done {
            return Err(missing(&packages.join(" and ")));
        }
        let files = fs::read_dir(new).map_err(|error| at(new, error))?;
        for file in files.flatten().map(|entry| entry.path()) {
            place.run(Command::new("dpkg-deb").arg("-x").arg(&file).arg(new))?;
            fs::remove_file(&file).map_err(|error| at(&file, error))?;
        }
        Ok(())
    })?;
    Ok(folder)
}
