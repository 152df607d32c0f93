// Bundles the widget into a folder of files named by their content, and manifest.json beside them.
//
//   node build.mjs [folder]      default: build/web in the repository
//
// The same sources and lock give the same bytes: nothing of the machine, the time or the path gets in.

import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const target = resolve(process.argv[2] ?? join(here, "..", "..", "build", "web"));

const BUNDLES = {
  "widget.js": "src/widget/widget.ts",
  "app.js": "src/app/main.tsx",
  "app.css": "src/app/styles/app.css",
  "demo.css": "src/demo/demo.css",
};
const PACKED = ["preact"]; // libraries whose code is in the bundles; their licences go with them

/** The bundle of one entry file, as bytes. */
async function bundle(entry) {
  const result = await build({
    absWorkingDir: here,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    outdir: "out",
    format: "iife",
    platform: "browser",
    target: ["es2021", "chrome100", "firefox100", "safari15.4"],
    jsx: "automatic",
    jsxImportSource: "preact",
    charset: "utf8",
    legalComments: "none",
    banner: entry.endsWith(".tsx") ? { js: "/*! Includes Preact, MIT licence: see licences.txt */" } : {},
    define: { "process.env.NODE_ENV": '"production"' },
  });
  return Buffer.from(result.outputFiles[0].contents);
}

/** The licences of what is packed into the bundles. */
async function licences() {
  const parts = await Promise.all(
    PACKED.map(async (name) => {
      const folder = join(here, "node_modules", name);
      const { version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
      return `${name} ${version} (${license})\n\n${await readFile(join(folder, "LICENSE"), "utf8")}`;
    }),
  );
  return Buffer.from(parts.join("\n\n"));
}

/** `app.js` with its content's hash in it: `app-3f9c0a1b2d.js`. */
function hashedName(name, content) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
  return name.replace(/\.([a-z]+)$/, `-${hash}.$1`);
}

const contents = Object.fromEntries(
  await Promise.all(Object.entries(BUNDLES).map(async ([name, entry]) => [name, await bundle(entry)])),
);
contents["licences.txt"] = await licences();

await mkdir(target, { recursive: true });
const manifest = {};
for (const name of Object.keys(contents).sort()) {
  manifest[name] = hashedName(name, contents[name]);
  await writeFile(join(target, manifest[name]), contents[name]);
}
// The manifest is replaced as a whole, last: a server that reads meanwhile finds every file it names.
await writeFile(join(target, "manifest.json.new"), JSON.stringify(manifest, null, 2) + "\n");
await rename(join(target, "manifest.json.new"), join(target, "manifest.json"));
const kept = new Set([...Object.values(manifest), "manifest.json"]);
for (const name of await readdir(target)) {
  if (!kept.has(name)) await rm(join(target, name), { recursive: true });
}
