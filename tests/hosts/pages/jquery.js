// The page's own behaviour, as jQuery pages have it. On the window is what tests look at.
window.$q = jQuery.noConflict();
window.heard = [];
window.clicked = [];
$q(document).on("click", "*", function (event) { if (event.target === this) clicked.push(this.tagName); });
$q("#more").on("click", () => $q("#text").slideToggle(50));
$q("cooperation-atlas").on("atlas-change", event => heard.push(event.originalEvent.detail.query));
