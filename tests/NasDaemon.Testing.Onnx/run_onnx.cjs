// Runs ONNX files in the ONNX runtime and says how far their output is from what PyTorch computed.
// Usage: node run_onnx.cjs RUNTIME CASES, where RUNTIME is the folder of the package onnxruntime-node.
const fs = require('fs');
const path = require('path');
const readline = require('readline');

const [runtime, cases] = process.argv.slice(2);
const { InferenceSession, Tensor } = require(path.resolve(runtime));

const TYPES = {
  Float32: ['float32', Float32Array], Float64: ['float64', Float64Array], Int64: ['int64', BigInt64Array], Int32: ['int32', Int32Array],
  UInt8: ['uint8', Uint8Array], Bool: ['bool', Uint8Array], Float16: ['float16', Uint16Array],
};

const load = (file, kind) => {
  const bytes = fs.readFileSync(file);
  return new kind(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
};

async function compare(session, run) {
  const feeds = {};
  run.inputs.forEach((input, index) => {
    const [type, kind] = TYPES[input.element];
    if (session.inputNames[index] !== undefined) {
      feeds[session.inputNames[index]] = new Tensor(type, load(input.path, kind), input.shape);
    }
  });
  const output = (await session.run(feeds)).output;
  const expected = load(run.expected, Float64Array);
  if (JSON.stringify(output.dims) !== JSON.stringify(run.shape)) {
    throw new Error(`gives the shape [${output.dims}] and not [${run.shape}]`);
  }
  let [error, largest] = [0, 0];
  for (let index = 0; index < expected.length; index++) {
    const [own, other] = [Number(output.data[index]), expected[index]];
    largest = Math.max(largest, Number.isFinite(other) ? Math.abs(other) : 0);
    const difference = own === other || (Number.isNaN(own) && Number.isNaN(other)) ? 0 : Math.abs(own - other);
    error = Math.max(error, Number.isNaN(difference) ? Infinity : difference);
  }
  return [error, largest];
}

async function main() {
  for await (const line of readline.createInterface({ input: fs.createReadStream(cases) })) {
    const item = JSON.parse(line);
    const result = { name: item.name, isChecked: item.isChecked, problem: item.problem ?? null, error: 0, largest: 0 };
    try {
      if (!item.problem) {
        const session = await InferenceSession.create(item.onnx, { intraOpNumThreads: 1, interOpNumThreads: 1, logSeverityLevel: 4 });
        for (const run of item.runs) {
          const [error, largest] = await compare(session, run);
          result.error = Math.max(result.error, error);
          result.largest = Math.max(result.largest, largest);
        }
        await session.release();
      }
    } catch (error) {
      result.problem = `ONNX runtime: ${error.message}`;
    }
    console.log(JSON.stringify(result));
  }
}

main();
