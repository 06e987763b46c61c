// Registers the element where there is a page; a server that renders one has none.
if (typeof document != "undefined") require("./dist/cooperation-atlas.js");
