import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const read = (...path: string[]): string => readFileSync(join(root, ...path), "utf8");

type Manifest = {
  version: string;
  key: string;
  permissions: string[];
  host_permissions: string[];
  icons: Record<string, string>;
  background: { service_worker: string; type: string };
  content_scripts: { matches: string[]; js: string[]; all_frames: boolean; run_at: string }[];
  web_accessible_resources: { resources: string[]; matches: string[]; use_dynamic_url: boolean }[];
  content_security_policy: { extension_pages: string };
};
const manifest = JSON.parse(read("manifest.json")) as Manifest;
const bankPages = "https://*.bizsol.anser.ne.jp/*";

const sources = readdirSync(join(root, "src"), { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && !entry.name.endsWith(".test.ts"))
  .map((entry) => ({ name: entry.name, text: readFileSync(join(entry.parentPath, entry.name), "utf8") }));
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

test("no permission is asked for that the code doesn't use", () => {
  expect(manifest.permissions).toEqual(["nativeMessaging"]);
  expect(code).toContain("chrome.runtime.connectNative(");
  // Everything else the code uses of the API needs no permission.
  const used = new Set(Array.from(code.matchAll(/\bchrome\.(\w+)\.(\w+)/g), ([, area, name]) => `${area}.${name}`));
  expect([...used].filter((one) => !one.startsWith("runtime.") && !one.startsWith("i18n.")).sort()).toEqual([
    "tabs.getCurrent",
    "tabs.sendMessage",
  ]);
});

test("only the service worker talks to the host", () => {
  const talking = sources.filter(({ text }) => text.includes("connectNative")).map(({ name }) => name);
  expect(talking).toEqual(["host-port.ts"]);
});

test("nothing outside the bank's pages, and of those only the top frame", () => {
  expect(manifest.host_permissions).toEqual([bankPages]);
  expect(manifest.content_scripts).toEqual([
    { matches: [bankPages], js: ["src/content/main.js"], all_frames: false, run_at: "document_idle" },
  ]);
  expect(manifest.web_accessible_resources).toEqual([
    { resources: ["src/panel/panel.html"], matches: [bankPages], use_dynamic_url: true },
  ]);
});

test("the panel loads nothing from elsewhere and can be framed by the bank's pages only", () => {
  const policy = manifest.content_security_policy.extension_pages;
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors https://*.bizsol.anser.ne.jp");
  expect(policy).not.toMatch(/unsafe|http:|data:|blob:/);
});

test("no markup from text, no evaluated code, no word from the page, nothing stored, nothing logged", () => {
  expect(code).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/);
  expect(code).not.toMatch(/addEventListener\("message"|onmessage|onMessageExternal|onConnectExternal/);
  expect(code).not.toMatch(/localStorage|sessionStorage|indexedDB|chrome\.storage|console\./);
});

test("the icons are there", () => {
  for (const icon of Object.values(manifest.icons)) expect(existsSync(join(root, icon)), icon).toBe(true);
});

test("the lock file names no registry", () => {
  expect(read("package-lock.json")).not.toMatch(/"resolved"/);
});
