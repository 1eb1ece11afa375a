const svgNamespace = "http://www.w3.org/2000/svg";
/** Modules of light around the code (ISO/IEC 18004). */
const quietZone = 4;

/** A QR code from its rows, 1 for dark; black on white in dark mode too, or no token reads it. */
export function qrCode(rows: readonly string[], label: string): SVGSVGElement {
  const size = rows.length + 2 * quietZone;
  const svg = document.createElementNS(svgNamespace, "svg");
  svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
  svg.setAttribute("class", "qr");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  svg.setAttribute("shape-rendering", "crispEdges");
  const light = document.createElementNS(svgNamespace, "rect");
  light.setAttribute("width", String(size));
  light.setAttribute("height", String(size));
  light.setAttribute("fill", "#fff");
  const dark = document.createElementNS(svgNamespace, "path");
  dark.setAttribute("d", rows.flatMap(modules).join(""));
  svg.append(light, dark);
  return svg;
}

function modules(row: string, y: number): string[] {
  return Array.from(row, (module, x) => (module === "1" ? `M${x + quietZone} ${y + quietZone}h1v1h-1z` : ""));
}
