// The map: land and borders from a file of our own, a circle for each place. No tile, font or picture server is asked:
// without `glyphs` MapLibre draws labels with the reader's own fonts.
import { Map as WorldMap, NavigationControl, Popup } from "/static/vendor/maplibre-gl.mjs";

const frame = document.getElementById("map");
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const none = { type: "FeatureCollection", features: [] };

// The atlas cuts Russia, Fiji and Antarctica at the 180th meridian; a ring that jumps there is drawn on one side of it,
// else its border would cross the whole map.
function unwrapped(ring) {
  let shift = 0;
  return ring.map(([x, y], i) => {
    if (i && Math.abs(x - ring[i - 1][0]) > 180) shift += x > ring[i - 1][0] ? -360 : 360;
    return [x + shift, y];
  });
}

const polygonsOf = ({ type, coordinates }) => (type === "Polygon" ? [coordinates] : coordinates);
const area = (ring) => Math.abs(ring.reduce((sum, [x, y], i) => {
  const [nextX, nextY] = ring[(i + 1) % ring.length];
  return sum + x * nextY - nextX * y;
}, 0)) / 2;

function label(country, polygons) { // one for each country, in its largest polygon
  const outer = polygons.map((polygon) => polygon[0]).sort((a, b) => area(b) - area(a))[0];
  const xs = outer.map(([x]) => x), ys = outer.map(([, y]) => y);
  const middle = (values) => (Math.min(...values) + Math.max(...values)) / 2;
  return {
    type: "Feature",
    geometry: { type: "Point", coordinates: [middle(xs), middle(ys)] },
    properties: { name: country.properties.name, size: area(outer) },
  };
}

function read(atlas) {
  const countries = topojson.feature(atlas, atlas.objects.countries).features.filter(({ geometry }) => geometry);
  const labels = [];
  for (const country of countries) {
    const polygons = polygonsOf(country.geometry).map((rings) => rings.map(unwrapped));
    country.geometry = { type: "MultiPolygon", coordinates: polygons };
    labels.push(label(country, polygons));
  }
  return { countries: { type: "FeatureCollection", features: countries }, labels: { type: "FeatureCollection", features: labels } };
}

const size = ["interpolate", ["linear"], ["sqrt", ["get", "entries"]], 1, 4, 5, 11, 30, 30];
const ground = () => [
  { id: "sea", type: "background", paint: { "background-color": colour("paper") } },
  { id: "land", type: "fill", source: "countries", paint: { "fill-color": colour("hover") } },
  { id: "borders", type: "line", source: "countries", paint: { "line-color": colour("rule"), "line-width": 0.7 } },
  ...[[0, 30, 1e6], [2.4, 4, 30], [4, 0, 4]].map(([minzoom, least, most]) => ({ // small states when there is room
    id: `names-${minzoom}`, type: "symbol", source: "labels", minzoom,
    filter: ["all", [">=", ["get", "size"], least], ["<", ["get", "size"], most]],
    layout: { "text-field": ["get", "name"], "text-size": 11, "symbol-sort-key": ["-", 0, ["get", "size"]] },
    paint: { "text-color": colour("faded"), "text-halo-color": colour("hover"), "text-halo-width": 1 },
  })),
  { id: "places", type: "circle", source: "places", paint: {
    "circle-radius": size,
    "circle-color": ["match", ["get", "quad"], 4, colour("quad-4"), 3, colour("quad-3"), 2, colour("quad-2"), colour("quad-1")],
    // What is known only by country or region is drawn hollow: it happened somewhere there, not at this point.
    "circle-opacity": ["match", ["get", "precision"], ["country", "area"], 0.12, "region", 0.35, 0.8],
    "circle-stroke-color": colour("ink"),
    "circle-stroke-width": ["match", ["get", "precision"], ["country", "area"], 1.4, 0.8],
    "circle-stroke-opacity": 0.75 } },
];

function card({ name, iso3, precision, entries, url }) {
  const link = Object.assign(document.createElement("a"), { href: url, textContent: iso3 ? `${name} (${iso3})` : name });
  const words = document.createElement("p");
  words.textContent = `${entries} ${entries === 1 ? "entry" : "entries"}; place known by ${precision}`;
  const box = document.createElement("div");
  box.append(link, words);
  return box;
}

function fit(map, features) {
  if (!features.length) return;
  const xs = features.map((f) => f.geometry.coordinates[0]), ys = features.map((f) => f.geometry.coordinates[1]);
  map.fitBounds([[Math.min(...xs), Math.min(...ys)], [Math.max(...xs), Math.max(...ys)]], { padding: 50, maxZoom: 5, animate: false });
}

async function draw() {
  const [atlas, places] = await Promise.all(["/static/vendor/world-50m.json", frame.dataset.points].map(async (url) => (await fetch(url)).json()));
  const { countries, labels } = read(atlas);
  for (const { properties } of places.features) // the commonest quad class, of equals the least friendly
    properties.quad = properties.by_quad.lastIndexOf(Math.max(...properties.by_quad)) + 1;
  const source = (data) => ({ type: "geojson", data });
  const style = () => ({ version: 8, sources: { countries: source(countries), labels: source(labels), places: source(places.features ? places : none) }, layers: ground() });
  frame.textContent = "";
  const map = new WorldMap({ container: frame, style: style(), attributionControl: false, renderWorldCopies: false,
    center: [20, 25], zoom: 1, maxZoom: 8, dragRotate: false, pitchWithRotate: false, cooperativeGestures: true });
  map.addControl(new NavigationControl({ showCompass: false }));
  map.touchZoomRotate.disableRotation();
  fit(map, places.features);
  map.on("click", "places", ({ features: [place], lngLat }) => {
    new Popup({ maxWidth: "16rem" }).setLngLat(lngLat).setDOMContent(card(place.properties)).addTo(map);
  });
  map.on("mouseenter", "places", () => { map.getCanvas().style.cursor = "pointer"; });
  map.on("mouseleave", "places", () => { map.getCanvas().style.cursor = ""; });
  map.once("idle", () => { frame.dataset.ready = "yes"; });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => map.setStyle(style()));
}

draw().catch((problem) => {
  console.error(problem);
  frame.textContent = "The map cannot be drawn in this browser; the table below says the same.";
});
