// The real FaceLandmarker and the real face_mesh, driven by the benchmark: asks for a turn, measures, answers, asks again.
import { FaceLandmarker } from '/tasks-vision/vision_bundle.mjs';

const fileset = {
  wasmLoaderPath: '/tasks-vision/wasm/vision_wasm_internal.js',
  wasmBinaryPath: '/tasks-vision/wasm/vision_wasm_internal.wasm',
};

const openLandmarker = (runningMode, outputFaceBlendshapes) =>
  FaceLandmarker.createFromOptions(fileset, {
    baseOptions: { modelAssetPath: '/models/face_landmarker.task', delegate: 'CPU' },
    runningMode, outputFaceBlendshapes, numFaces: 1,
  });

const faceMesh = { results: null };
const openFaceMesh = async () => {
  faceMesh.graph = new window.FaceMesh({ locateFile: file => `/face_mesh/${file}` });
  // minDetectionConfidence stays unset: setting it aborts the graph.
  faceMesh.graph.setOptions({ maxNumFaces: 1, refineLandmarks: true });
  faceMesh.graph.onResults(results => { faceMesh.results = results.multiFaceLandmarks ?? []; });
  await faceMesh.graph.initialize();
};

const sendToFaceMesh = async image => {
  await faceMesh.graph.send({ image });
  return faceMesh.results;
};

// An empty picture makes a tracker lose its face, so that the next picture is searched by the detector.
const emptyLike = image => {
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext('2d').fillRect(0, 0, canvas.width, canvas.height);
  return createImageBitmap(canvas);
};

let videoTime = 0;
let clipLandmarker = null;
const openPeers = async () => {
  const still = await openLandmarker('IMAGE', false);
  const blendshapes = await openLandmarker('IMAGE', true);
  const video = await openLandmarker('VIDEO', false);
  clipLandmarker = await openLandmarker('VIDEO', false);
  // Last: once face_mesh's module is loaded, no further FaceLandmarker can be opened.
  await openFaceMesh();
  const alone = { losesFace: 'never' };
  return {
    landmarker: { ...alone, run: async image => still.detect(image).faceLandmarks },
    landmarkerBlendshapes: { ...alone, run: async image => blendshapes.detect(image).faceLandmarks },
    landmarkerVideo: { losesFace: 'before turn', run: async image => video.detectForVideo(image, videoTime += 40).faceLandmarks },
    faceMeshDetecting: { losesFace: 'before call', run: sendToFaceMesh },
    faceMeshTracking: { losesFace: 'before turn', run: sendToFaceMesh },
  };
};

const pictures = new Map();
const pictureOf = async number => {
  if (!pictures.has(number)) {
    const file = await (await fetch(`/photos/${number}`)).blob();
    const image = await createImageBitmap(file, { colorSpaceConversion: 'none' });
    pictures.set(number, { image, empty: await emptyLike(image) });
  }
  return pictures.get(number);
};

// The frames of a clip one after another, each once: photo is the number of the first.
const takeClipTurn = async ({ photo, repeats }) => {
  clipLandmarker.detectForVideo((await pictureOf(photo)).empty, videoTime += 40);
  const milliseconds = [];
  let landmarks = [];
  for (let number = photo; number < photo + repeats; number++) {
    const file = await (await fetch(`/photos/${number}`)).blob();
    const image = await createImageBitmap(file, { colorSpaceConversion: 'none' });
    const start = performance.now();
    const faces = clipLandmarker.detectForVideo(image, videoTime += 40).faceLandmarks;
    milliseconds.push(performance.now() - start);
    landmarks = (faces[0] ?? []).flatMap(point => [point.x * image.width, point.y * image.height]);
    image.close();
  }
  return { milliseconds, landmarks };
};

const takeTurn = async (peer, { photo, warmUps, repeats }) => {
  const { image, empty } = await pictureOf(photo);
  const milliseconds = [];
  let faces = [];
  for (let call = -warmUps; call < repeats; call++) {
    if (peer.losesFace === 'before call' || (peer.losesFace === 'before turn' && call === -warmUps)) {
      await peer.run(empty);
    }
    const start = performance.now();
    faces = await peer.run(image);
    const end = performance.now();
    if (call >= 0) {
      milliseconds.push(end - start);
    }
  }
  return { milliseconds, landmarks: (faces[0] ?? []).flatMap(point => [point.x * image.width, point.y * image.height]) };
};

const post = async (path, body) => (await fetch(path, { method: 'POST', body: JSON.stringify(body) })).json();

try {
  const peers = await openPeers();
  let order = await post('/turn', { ready: true });
  while (!order.end) {
    order = await post('/turn', await (order.peer === 'landmarkerClip' ? takeClipTurn(order) : takeTurn(peers[order.peer], order)));
  }
} catch (error) {
  await post('/turn', { error: `${error?.stack ?? error}` });
}
