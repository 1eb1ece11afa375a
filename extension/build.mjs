// Writes the unpacked extension into target/extension: modules by tsc, the content scripts (which can't be modules)
// by esbuild, everything else copied as it is.
import { execFileSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const here = import.meta.dirname;
const out = join(here, "target", "extension");

rmSync(out, { recursive: true, force: true });
execFileSync(process.execPath, [join(here, "node_modules", "typescript", "bin", "tsc"), "-p", "tsconfig.build.json"], {
  cwd: here,
  stdio: "inherit",
});
await build({
  absWorkingDir: here,
  entryPoints: ["src/content/main.ts"],
  outdir: join(out, "src", "content"),
  bundle: true,
  format: "iife",
  target: "chrome130",
  charset: "utf8",
  legalComments: "none",
});
const copied = [
  "manifest.json",
  "managed_schema.json",
  "_locales",
  "icons",
  "src/shared/theme.css",
  "src/panel/panel.html",
  "src/panel/panel.css",
  "src/options/options.html",
  "src/options/options.css",
];
for (const file of copied) {
  cpSync(join(here, file), join(out, file), { recursive: true, filter: (source) => !source.endsWith(".svg") });
}
