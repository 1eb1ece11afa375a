import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const read = (...path: string[]): string => readFileSync(join(root, ...path), "utf8");

type Manifest = {
  version: string;
  key: string;
  permissions: string[];
  optional_host_permissions: string[];
  storage: { managed_schema: string };
  host_permissions: string[];
  icons: Record<string, string>;
  background: { service_worker: string; type: string };
  content_scripts: { matches: string[]; js: string[]; all_frames: boolean; run_at: string }[];
  content_security_policy: { extension_pages: string };
};
const manifest = JSON.parse(read("manifest.json")) as Manifest;
const bankPages = "https://*.bizsol.anser.ne.jp/*";

const sources = readdirSync(join(root, "src"), { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && !entry.name.endsWith(".test.ts"))
  .map((entry) => ({ name: entry.name, path: join(entry.parentPath, entry.name) }))
  .map(({ name, path }) => ({ name, path: relative(join(root, "src"), path), text: readFileSync(path, "utf8") }));
const code = sources.map(({ text }) => text).join("\n");

test("the version is the one of the whole project", () => {
  const project = /<version>([^<]+)<\/version>/.exec(read("..", "pom.xml"))?.[1];
  expect(manifest.version).toBe(project);
  expect((JSON.parse(read("package.json")) as Manifest).version).toBe(project);
});

test("the key gives the id that the host obeys", () => {
  const digest = createHash("sha256").update(Buffer.from(manifest.key, "base64")).digest("hex").slice(0, 32);
  const id = Array.from(digest, (digit) => "abcdefghijklmnop".charAt(parseInt(digit, 16))).join("");
  const allowed = JSON.parse(read("..", "manifests", "native-messaging", "extension-ids.json")) as { id: string }[];
  expect(allowed.map((one) => one.id)).toContain(id);
});

/** What the code uses of the API, by the area it is in. */
const used = new Map<string, Set<string>>();
for (const [, area = "", name = ""] of code.matchAll(/\bchrome\.(\w+)\.(\w+)/g))
  used.set(area, (used.get(area) ?? new Set()).add(name));

test("no permission is asked for that the code doesn't use", () => {
  expect(manifest.permissions).toEqual(["nativeMessaging", "storage", "alarms", "notifications", "scripting"]);
  expect(used.get("runtime")).toContain("connectNative");
  for (const area of ["storage", "alarms", "notifications", "scripting"]) expect([...used.keys()]).toContain(area);
});

test("nothing is used that asks for a permission the manifest hasn't", () => {
  const needsNone = ["action", "i18n", "permissions", "runtime", "tabs", "windows"];
  expect([...used.keys()].sort()).toEqual([...needsNone, "storage", "alarms", "notifications", "scripting"].sort());
  // With these no tab's address or title is read, for which a permission would be needed.
  expect([...(used.get("tabs") ?? [])].sort()).toEqual(["Tab", "create", "discard", "get", "getCurrent", "onAttached", "onCreated", "onReplaced", "onUpdated", "query", "reload", "remove", "sendMessage", "update"]);
});

test("only the service worker talks to the host", () => {
  const talking = sources.filter(({ text }) => text.includes("connectNative")).map(({ name }) => name);
  expect(talking).toEqual(["host-port.ts"]);
});

test("nothing outside the bank's pages unless the user allows it, and of those only the top frame", () => {
  expect(manifest.host_permissions).toEqual([bankPages]);
  expect(manifest.optional_host_permissions).toEqual(["https://*/*"]);
  expect(manifest.content_scripts).toEqual([
    { matches: [bankPages], js: ["src/content/main.js"], all_frames: false, run_at: "document_idle" },
  ]);
});

test("our own page loads nothing from elsewhere; no page can frame it, load it or find out that it is there", () => {
  const policy = manifest.content_security_policy.extension_pages;
  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/frame-ancestors 'none'$/);
  expect(policy).not.toMatch(/unsafe|https?:|data:|blob:/);
  expect(Object.keys(manifest)).not.toContain("web_accessible_resources");
  expect(Object.keys(manifest)).not.toContain("externally_connectable");
});

test("no markup from text, no evaluated code, no word from the page, nothing logged", () => {
  expect(code).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/);
  expect(code).not.toMatch(/addEventListener\("message"|onmessage|onMessageExternal|onConnectExternal/);
  expect(code).not.toMatch(/localStorage|indexedDB|console\./);
});

test("a tab remembers nothing of itself but what its address says", () => {
  expect(code).not.toMatch(/sessionStorage|document\.cookie|window\.name|pushState|history\.state/);
  const written = sources.flatMap(({ text }) => text.match(/history\.replaceState\(.*\)/g) ?? []);
  expect(written).toEqual(['history.replaceState(null, "", location.pathname)']);
});

test("what is stored is the browser's own: no secret comes near it", () => {
  const storing = sources.filter(({ text }) => /chrome\.storage\.(local|session)\.(get|set)\(/.test(text)).map(({ name }) => name);
  expect(storing.sort()).toEqual(["awaiting-restart.ts", "badge.ts", "flow-underway.ts", "page-beside.ts", "settings.ts", "told.ts"]);
});

test("what an administrator can set is what the code reads", () => {
  const schema = JSON.parse(read(manifest.storage.managed_schema)) as { properties: Record<string, unknown> };
  expect(Object.keys(schema.properties)).toEqual(["notifications", "institutions"]);
});

test("the icons are there", () => {
  for (const icon of Object.values(manifest.icons)) expect(existsSync(join(root, icon)), icon).toBe(true);
});

test("each permission is explained in the README, and no other", () => {
  const section = /## Permissions\n(.*?)\n## /s.exec(read("README.md"))?.[1] ?? "";
  const explained = Array.from(section.matchAll(/^\| `([^`]+)`[^|]*\| [^|]{10,} \|$/gm), ([, name]) => name);
  const asked = [...manifest.permissions, ...manifest.host_permissions, ...manifest.optional_host_permissions];
  expect(explained).toEqual(asked);
  expect(Object.keys(manifest).filter((key) => key.includes("permissions"))).toHaveLength(3);
});

type Lock = { packages: Record<string, { integrity?: string; resolved?: string; link?: boolean }> };

test("the lock file names no registry, and the content of every package", () => {
  const { "": project, ...packages } = (JSON.parse(read("package-lock.json")) as Lock).packages;
  expect(project).toBeDefined();
  expect(Object.keys(packages).length).toBeGreaterThan(100);
  for (const [name, { integrity, resolved, link }] of Object.entries(packages)) {
    expect(integrity, name).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/);
    expect([resolved, link], name).toEqual([undefined, undefined]);
  }
});

test("packages are named by one version, none ships, and none runs a script when it is installed", () => {
  const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<string, Record<string, string> | undefined>;
  expect(dependencies).toBeUndefined();
  for (const [name, version] of Object.entries(devDependencies ?? {})) expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
  expect(read(".npmrc")).toBe("ignore-scripts=true\n");
});
