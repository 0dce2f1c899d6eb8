// Runs the original .tflite models in LiteRT.js (TensorFlow Lite compiled to WebAssembly, its CPU kernels) in a headless
// Chromium and stores samples of their outputs. See README.md for the command.
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';

const [packedAssets, taskBundle, litert, outFolder] = process.argv.slice(2).map(p => resolve(p));
const samplesPerOutput = 96;

/** A file of a zip archive whose entries are stored, not compressed. */
function storedEntry(zip, name) {
  for (let at = zip.indexOf('PK\x01\x02'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 4)) {
    const nameLength = zip.readUInt16LE(at + 28);
    if (zip.toString('utf8', at + 46, at + 46 + nameLength) !== name) continue;
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    return zip.subarray(start, start + zip.readUInt32LE(at + 24));
  }
  throw new Error(`${name} is not in the bundle`);
}

/** LiteRT.js wants tensors of exactly the declared shape; where a signature says "any batch" (-1), this says 1. */
function withBatchOfOne(model) {
  const copy = Buffer.from(model);
  for (const anyBatch of ['04000000ffffffff', '02000000ffffffff']) {
    for (let at = copy.indexOf(anyBatch, 'hex'); at >= 0; at = copy.indexOf(anyBatch, at + 4, 'hex')) copy.writeInt32LE(1, at + 4);
  }
  return copy;
}

/** The first operators of a model, with one of its tensors as the only output: what comes before the custom operators. */
function prefix(model, operatorCount, output) {
  const copy = Buffer.from(model);
  const follow = at => at + copy.readUInt32LE(at);
  const field = (table, id) => table + copy.readUInt16LE(table - copy.readInt32LE(table) + 4 + 2 * id);
  const graph = follow(follow(field(follow(0), 2)) + 4);
  copy.writeUInt32LE(operatorCount, follow(field(graph, 3)));
  copy.writeUInt32LE(1, follow(field(graph, 2)));
  copy.writeInt32LE(output, follow(field(graph, 2)) + 4);
  return copy;
}

const assets = readFileSync(packedAssets);
const bundle = readFileSync(taskBundle);
const models = {
  face_detection_short_range: { bytes: assets.subarray(3757224, 3986256), shape: [1, 128, 128, 3], scale: 2, offset: -1 },
  face_landmark: { bytes: assets.subarray(2495952, 3737848), shape: [1, 192, 192, 3], scale: 1, offset: 0 },
  face_landmark_with_attention: {
    // Its custom operators have no CPU kernel there; the mesh (tensor 186, passed on as output_mesh_identity) needs none of them.
    bytes: prefix(assets.subarray(0, 2495952), 183, 186), shape: [1, 192, 192, 3], scale: 1, offset: 0, names: ['output_mesh_identity'],
  },
  face_landmarks_detector: {
    bytes: withBatchOfOne(storedEntry(bundle, 'face_landmarks_detector.tflite')), shape: [1, 256, 256, 3], scale: 1, offset: 0,
  },
  face_blendshapes: {
    bytes: storedEntry(bundle, 'face_blendshapes.tflite'), shape: [1, 146, 2], scale: 256, offset: 0, names: ['StatefulPartitionedCall:0'],
  },
};

const page = `<!doctype html><script type="importmap">{"imports":{"@litertjs/wasm-utils":"/npm/wasm-utils/dist/index.js"}}</script>
<script type="module">
import { loadLiteRt, loadAndCompile, Tensor } from '/npm/core/dist/index.js';
const post = (path, value) => fetch(path, { method: 'POST', body: JSON.stringify(value) });
try {
  await loadLiteRt('/npm/core/wasm/');
  for (const [name, { shape, scale, offset }] of Object.entries(await (await fetch('/models')).json())) {
    try {
      const model = await loadAndCompile('/model/' + name, { accelerator: 'wasm' });
      const input = new Float32Array(shape.reduce((a, b) => a * b));
      for (let i = 0; i < input.length; i++) input[i] = ((i * 7919) % 10007) / 10006 * scale + offset;
      const results = await model.run([new Tensor(input, shape)]);
      const details = model.getOutputDetails();
      const outputs = {};
      for (let k = 0; k < results.length; k++) outputs[details[k].name] = { shape: [...details[k].shape], values: [...await results[k].data()] };
      await post('/result/' + name, outputs);
    } catch (error) { await post('/failure/' + name, String(error && error.message || error)); }
  }
} catch (error) { await post('/failure/page', String(error && error.stack || error)); }
await post('/done', 0);
</script>`;

/** Every stride-th value, and sums over all of them, so that a few kilobytes check the whole output. */
function summary({ shape, values }) {
  const stride = Math.max(1, Math.floor(values.length / samplesPerOutput));
  return {
    shape,
    mean: values.reduce((a, b) => a + b, 0) / values.length,
    meanSquare: values.reduce((a, b) => a + b * b, 0) / values.length,
    stride,
    samples: values.filter((_, i) => i % stride === 0).map(v => Number(v.toPrecision(9))),
  };
}

const types = { '.js': 'text/javascript', '.mjs': 'text/javascript', '.wasm': 'application/wasm' };
const profile = mkdtempSync(join(tmpdir(), 'litert-'));
const server = createServer(async (request, response) => {
  const url = new URL(request.url, 'http://localhost').pathname;
  const body = [];
  for await (const chunk of request) body.push(chunk);
  const name = url.split('/').pop();
  if (url === '/') response.setHeader('content-type', 'text/html').end(page);
  else if (url === '/models') response.end(JSON.stringify(models, (key, value) => key === 'bytes' ? undefined : value));
  else if (url.startsWith('/model/')) response.end(models[name].bytes);
  else if (url.startsWith('/npm/')) {
    const file = join(litert, url.slice('/npm/'.length));
    response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream').end(readFileSync(file));
  } else if (url.startsWith('/result/')) {
    const { shape, scale, offset, names } = models[name];
    const outputs = Object.fromEntries(Object.entries(JSON.parse(Buffer.concat(body))).map(([key, value], i) => [names?.[i] ?? key, summary(value)]));
    writeFileSync(join(outFolder, `${name}.json`), JSON.stringify({ model: name, input: { shape, scale, offset }, outputs }, null, 1)
      .replace(/\n\s+(-?[\d.e-]+,?)(?=\n)/g, ' $1').replace(/(\d)\n\s*\]/g, '$1 ]') + '\n');
    console.log(`${name}: stored`);
    response.end();
  } else if (url.startsWith('/failure/')) {
    console.log(`${name}: ${Buffer.concat(body)}`);
    response.end();
  } else if (url === '/done') {
    response.end();
    browser.kill();
    server.close();
    server.closeAllConnections();
  } else response.writeHead(404).end();
});
let browser;
server.listen(0, '127.0.0.1', () => {
  browser = spawn('/usr/bin/chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync', `--user-data-dir=${profile}`,
    `http://127.0.0.1:${server.address().port}/`], { stdio: 'ignore' });
  browser.on('exit', () => setTimeout(() => rmSync(profile, { recursive: true, force: true }), 200));
});
