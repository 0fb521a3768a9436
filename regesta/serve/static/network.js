// The network of actors: sigma draws it, ForceAtlas2 lays it out from a circle, so that the same data looks the same.
const frame = document.getElementById("network");
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const tone = (intensity) => colour(intensity < -3 ? "quad-4" : intensity < 0 ? "quad-3" : intensity < 4 ? "quad-1" : "quad-2");

function graphOf({ nodes, edges }) {
  const graph = new graphology.UndirectedGraph();
  const most = Math.max(...nodes.map(({ entries }) => entries));
  nodes.forEach(({ code, name, entries, page }, i) => {
    const angle = (2 * Math.PI * i) / nodes.length;
    graph.addNode(code, { label: name, page, x: 100 * Math.cos(angle), y: 100 * Math.sin(angle), size: 3 + 15 * Math.sqrt(entries / most) });
  });
  const thickest = Math.max(1, ...edges.map(({ entries }) => entries));
  for (const { left, right, entries, intensity } of edges)
    graph.addEdge(left, right, { weight: entries, size: 0.6 + 5 * (entries / thickest), intensity });
  return graph;
}

// Ranks in place of distances, half and half: a dense middle opens, and a frame wider than high is used.
function spread(graph) {
  for (const axis of ["x", "y"]) {
    const order = graph.nodes().sort((a, b) => graph.getNodeAttribute(a, axis) - graph.getNodeAttribute(b, axis));
    const low = graph.getNodeAttribute(order[0], axis), span = graph.getNodeAttribute(order.at(-1), axis) - low || 1;
    const length = axis === "x" ? frame.clientWidth / frame.clientHeight : 1;
    order.forEach((node, rank) => graph.updateNodeAttribute(node, axis, (at) => length * ((at - low) / span + rank / order.length)));
  }
}

function lay(graph) {
  const { layoutForceAtlas2 } = graphologyLibrary;
  const settings = { gravity: 3, strongGravityMode: true, scalingRatio: 40, edgeWeightInfluence: 0, linLogMode: false };
  layoutForceAtlas2.assign(graph, { iterations: 600, settings });
  spread(graph);
}

// A label stands right of its node, left of it where the frame would cut it off.
function labelStart(context, { label, x, size }, gap) {
  const width = context.measureText(label || "").width, right = x + size + gap;
  return right + width <= frame.clientWidth ? right : Math.max(2, x - size - gap - width);
}

function draw(found) {
  const graph = graphOf(found);
  lay(graph);
  frame.textContent = "";
  let near = null; // the node under the mouse, with its neighbours
  const renderer = new Sigma(graph, frame, {
    labelFont: "system-ui, sans-serif",
    labelSize: 13,
    labelRenderedSizeThreshold: 5,
    stagePadding: 40,
    labelDensity: 3,
    labelGridCellSize: 70,
    labelColor: { color: colour("ink") },
    zIndex: true,
    nodeReducer: (node, data) => ({ ...data, color: near && !near.has(node) ? colour("line") : colour("rubric"), label: near && !near.has(node) ? "" : data.label }),
    edgeReducer: (edge, data) => ({ ...data, color: tone(data.intensity), hidden: near !== null && !graph.extremities(edge).every((node) => near.has(node)) }),
    defaultDrawNodeLabel: (context, data, settings) => {
      if (!data.label) return;
      context.font = `${settings.labelSize}px ${settings.labelFont}`;
      context.fillStyle = settings.labelColor.color;
      context.fillText(data.label, labelStart(context, data, 3), data.y + settings.labelSize / 3);
    },
    defaultDrawNodeHover: (context, data, settings) => { // as sigma's own, in the colours of the page
      context.font = `600 ${settings.labelSize}px ${settings.labelFont}`;
      const start = labelStart(context, data, 5);
      context.fillStyle = colour("leaf");
      context.fillRect(start - 4, data.y - 11, context.measureText(data.label || "").width + 8, 22);
      context.fillStyle = colour("ink");
      context.fillText(data.label || "", start, data.y + 5);
    },
  });
  renderer.on("enterNode", ({ node }) => { near = new Set([node, ...graph.neighbors(node)]); renderer.refresh(); });
  renderer.on("leaveNode", () => { near = null; renderer.refresh(); });
  renderer.on("clickNode", ({ node }) => { location.href = graph.getNodeAttribute(node, "page"); });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    renderer.setSetting("labelColor", { color: colour("ink") });
  });
  frame.dataset.ready = "yes";
}

fetch(frame.dataset.graph).then((answer) => answer.json()).then(draw).catch((problem) => {
  console.error(problem);
  frame.textContent = "The network cannot be drawn in this browser; the table below says the same.";
});
