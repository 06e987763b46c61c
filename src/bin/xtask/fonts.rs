//! The fonts of the tests: three families of different width, in pinned versions.
//!
//! A layout that holds with the fonts of one machine may break with those of its readers. So the tests run with a wide
//! family, a middle one and a narrow one, whatever the machine has, and pictures are taken with the middle one, so that
//! they are the same on every machine. Each is a configuration of fontconfig that knows one family of sans and one of
//! serif, and one font of signs to fall back on; a browser that is started with it in `FONTCONFIG_FILE` finds nothing else. What goes by other
//! means than fontconfig (macOS, Windows) keeps its own fonts.

use crate::place::{Place, Result};
use crate::tools::{at, install, npm};
use std::fs;
use std::path::{Path, PathBuf};

/// The variable by which the tests learn where the configurations lie.
pub const VARIABLE: &str = "ATLAS_FONTS";

/// A pair of families, and the files of theirs in the packages.
struct Family {
    /// The name of its configuration.
    name: &'static str,
    sans: &'static str,
    serif: &'static str,
    files: &'static [&'static str],
}

const PACKAGES: [&str; 5] = [
    "dejavu-fonts-ttf@2.37.3",
    "@expo-google-fonts/noto-sans@0.4.2",
    "@expo-google-fonts/noto-serif@0.4.2",
    "@expo-google-fonts/arimo@0.4.3",
    "@expo-google-fonts/tinos@0.4.2",
];

/// Has arrows and other signs that families of letters lack: browsers fall back on it, as they do on any machine.
const SIGNS: &str = "dejavu-fonts-ttf/ttf/DejaVuSans.ttf";

const FAMILIES: [Family; 3] = [
    Family {
        name: "wide",
        sans: "DejaVu Sans",
        serif: "DejaVu Serif",
        files: &[
            SIGNS,
            "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf",
            "dejavu-fonts-ttf/ttf/DejaVuSans-Oblique.ttf",
            "dejavu-fonts-ttf/ttf/DejaVuSerif.ttf",
            "dejavu-fonts-ttf/ttf/DejaVuSerif-Bold.ttf",
        ],
    },
    Family {
        name: "middle",
        sans: "Noto Sans",
        serif: "Noto Serif",
        files: &[
            "@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf",
            "@expo-google-fonts/noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf",
            "@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf",
            "@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf",
            "@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf",
            "@expo-google-fonts/noto-serif/700Bold/NotoSerif_700Bold.ttf",
            SIGNS,
        ],
    },
    // As wide as Arial and Times, letter by letter.
    Family {
        name: "narrow",
        sans: "Arimo",
        serif: "Tinos",
        files: &[
            "@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf",
            "@expo-google-fonts/arimo/400Regular_Italic/Arimo_400Regular_Italic.ttf",
            "@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf",
            "@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf",
            "@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf",
            SIGNS,
        ],
    },
];

/// The folder with a configuration for each family (`wide.conf`), installed if it is not there.
pub fn folder(place: &Place) -> Result<PathBuf> {
    let folder = place.tool("fonts", "3");
    install(&folder, "the three fonts of the tests", |new| {
        let packages = new.join("packages");
        npm(place, &packages, &PACKAGES)?;
        for family in &FAMILIES {
            let own = new.join(family.name);
            fs::create_dir_all(&own).map_err(|error| at(&own, error))?;
            for file in family.files {
                let from = packages.join("node_modules").join(file);
                let name = Path::new(file).file_name().unwrap_or_default();
                fs::copy(&from, own.join(name)).map_err(|error| at(&from, error))?;
            }
            // With the names that the folder will have once it is complete.
            let path = new.join(family.name).with_extension("conf");
            fs::write(&path, family.configuration(&folder)).map_err(|error| at(&path, error))?;
        }
        fs::remove_dir_all(&packages).map_err(|error| at(&packages, error))
    })?;
    Ok(folder)
}

impl Family {
    /// The text of its configuration: these fonts alone, what is said for "serif" and the like, and for whatever is not there.
    fn configuration(&self, folder: &Path) -> String {
        let own = folder.join(self.name);
        let generic = |family: &str, name: &str| {
            format!(
                "<alias binding=\"same\"><family>{family}</family><prefer><family>{name}</family></prefer></alias>\n"
            )
        };
        let sans: String =
            ["sans", "sans-serif", "system-ui", "monospace"].map(|family| generic(family, self.sans)).concat();
        format!(
            "<?xml version=\"1.0\"?>\n<!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">\n<fontconfig>\n<dir>{}</dir>\n\
             <cachedir>{}</cachedir>\n{sans}{}\
             <match target=\"pattern\"><edit name=\"family\" mode=\"append_last\"><string>{}</string></edit></match>\n\
             </fontconfig>\n",
            own.display(),
            folder.join(format!("{}-cache", self.name)).display(),
            generic("serif", self.serif),
            self.sans,
        )
    }
}
