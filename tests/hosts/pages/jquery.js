// The page's own behaviour, as jQuery pages have it.
const $q = jQuery.noConflict();
const heard = [], clicked = [];
$q(document).on("click", "*", function (event) { if (event.target === this) clicked.push(this.tagName); });
$q("#more").on("click", () => $q("#text").slideToggle(50));
$q("cooperation-atlas").on("atlas-change", event => heard.push(event.originalEvent.detail.query));
