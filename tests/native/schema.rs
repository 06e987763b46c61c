//! The shipped data package describes the tables exactly as the schema does.

use atlas::dataset::descriptor;

#[test]
fn the_data_package_is_what_the_schema_says() {
    let shipped = std::fs::read_to_string("src/data/datapackage.json").unwrap();
    let refreshed = descriptor::refreshed(&shipped).unwrap();
    let differing = shipped.lines().zip(refreshed.lines()).find(|(shipped, refreshed)| shipped != refreshed);
    assert!(shipped == refreshed, "{differing:?} differ: run `cargo xtask datapackage`, and review what it changes");
}
