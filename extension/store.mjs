// Packs target/extension for each store, as target/store/inkan-<store>-<version>.zip; store/README.md says what else they want.
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { zipSync } from "fflate";

const here = import.meta.dirname;
const packaged = join(here, "target", "extension");
const out = join(here, "target", "store");
const manifest = JSON.parse(readFileSync(join(packaged, "manifest.json"), "utf8"));
const ids = JSON.parse(readFileSync(join(here, "..", "manifests", "native-messaging", "extension-ids.json"), "utf8"));

/** Chromium's: half of the key's SHA-256, in the letters a to p. */
function idOf(key) {
  const digest = createHash("sha256").update(Buffer.from(key, "base64")).digest("hex").slice(0, 32);
  return Array.from(digest, (digit) => "abcdefghijklmnop"[parseInt(digit, 16)]).join("");
}

/** A store gives the id. Edge's refuses every key; Chrome's takes the one that goes with the id it has given. */
function manifestFor(store) {
  const { key, ...rest } = manifest;
  const given = ids.some(({ id, from }) => from === "Chrome web store" && id === idOf(key));
  return store === "chrome" && given ? manifest : rest;
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const files = readdirSync(packaged, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(packaged.length + 1))
  .sort();
for (const store of ["chrome", "edge"]) {
  const contents = Object.fromEntries(files.map((file) => [file.split(sep).join("/"), readFileSync(join(packaged, file))]));
  contents["manifest.json"] = Buffer.from(`${JSON.stringify(manifestFor(store), null, 2)}\n`);
  // The same bytes whenever it is packed: a zip's own times are local ones, without a zone.
  const zip = zipSync(contents, { level: 9, mtime: new Date(2000, 0, 1) });
  writeFileSync(join(out, `inkan-${store}-${manifest.version}.zip`), zip);
}
