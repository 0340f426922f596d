// One classic script from the modules that an entry imports.

import { join, relative } from 'node:path';

import { build } from 'esbuild';

// The text, and the npm packages whose code is in it.
export async function bundle(root, name) {
  const result = await build({
    absWorkingDir: root,
    entryPoints: [join('scripts', `${name}.js`)],
    outfile: `${name}.js`,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'iife',
    target: 'es2019',
    charset: 'utf8',
    legalComments: 'none', // licences.txt has the texts of all of them
    // accessible-autocomplete from its sources, which the bundle of its package triples by polyfills.
    loader: { '.js': 'jsx' },
    define: { 'process.env.COMPONENT_LIBRARY': '"PREACT"' },
    // markercluster adds itself to the one object that Leaflet's classic file is.
    alias: { leaflet: 'leaflet/dist/leaflet-src.js' },
    inject: name === 'map' ? [join(root, 'build_steps', 'leaflet_global.mjs')] : [],
  });
  return { text: result.outputFiles[0].text, packages: packagesOf(result.metafile) };
}

function packagesOf(metafile) {
  const [output] = Object.values(metafile.outputs);
  const named = Object.entries(output.inputs)
    .filter(([, input]) => input.bytesInOutput > 0)
    .map(([path]) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(relative('.', path))?.[1]);
  return named.filter(Boolean);
}
