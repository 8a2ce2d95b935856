"""Writes onnx/*.json: what the node test cases of the `onnx` package say about what this library has, forward only.

    python test/golden/make_onnx.py

It needs the package onnx 1.23.2 and nothing else. The cases are those that every runtime of ONNX is tested with; none of
their numbers is ours. An operation keeps its ONNX name, its attributes and the names of its inputs and outputs.
"""

import json
import pathlib

import numpy
import onnx
from onnx.backend.test.loader import load_model_tests

FILES = {
    "normalizations.json": [
        "LayerNormalization",
        "RMSNormalization",
        "BatchNormalization",
        "InstanceNormalization",
        "GroupNormalization",
        "LpNormalization",
        "MeanVarianceNormalization",
        "LRN",
    ],
    "layers.json": [
        "Relu",
        "Tanh",
        "Erf",
        "Sigmoid",
        "Gelu",
        "Softplus",
        "Swish",
        "Softmax",
        "LogSoftmax",
        "Conv",
    ],
    "losses.json": ["SoftmaxCrossEntropyLoss"],
}

# ONNX itself allows 1e-3. Its numbers are float32, each a few roundings of 6e-8 from what float64 gives.
TOLERANCE = 1e-6
# Cases of more numbers than this say nothing that a smaller one does not.
MOST = 7000
# A layer hands out y. What it is made of on the way, the mean and the reciprocal deviation, stays inside.
INSIDE = {"LayerNormalization": ["Mean", "InvStdDev"]}


def number(value):
    """The shortest decimal that is this float32."""
    return int(value) if float(value).is_integer() else float(numpy.format_float_scientific(value, unique=True))


def packed(array):
    array = numpy.asarray(array)
    assert array.dtype in (numpy.float32, numpy.int64), array.dtype
    return [list(array.shape), [number(value) for value in array.reshape(-1)]]


def attribute(value):
    if isinstance(value, bytes):
        return value.decode()
    return number(numpy.float32(value)) if isinstance(value, float) else value


def case(test):
    node = test.model.graph.node[0]
    schema = onnx.defs.get_schema(node.op_type, test.model.opset_import[0].version)
    (inputs, outputs), = test.data_sets
    given = [formal.name for formal, name in zip(schema.inputs, node.input) if name]
    found = [formal.name for formal, name in zip(schema.outputs, node.output) if name]
    assert (len(given), len(found)) == (len(inputs), len(outputs)), test.name
    return {
        "id": test.name.removeprefix("test_"),
        "op": node.op_type,
        "attrs": {a.name: attribute(onnx.helper.get_attribute_value(a)) for a in node.attribute},
        "in": {name: packed(array) for name, array in zip(given, inputs)},
        "out": {
            name: packed(array)
            for name, array in zip(found, outputs)
            if name not in INSIDE.get(node.op_type, [])
        },
        "tol": TOLERANCE,
    }


def size(test):
    return sum(numpy.size(array) for arrays in test.data_sets[0] for array in arrays)


def write(path, cases, left_out):
    """One line for each case, so that a difference shows which."""
    head = {"onnx": onnx.__version__, "opset": onnx.defs.onnx_opset_version(), "leftOutForSize": left_out}
    body = ",\n".join(json.dumps(one, separators=(",", ":")) for one in cases)
    path.write_text(f'{{{json.dumps(head)[1:-1]}, "cases": [\n{body}\n]}}\n')


if __name__ == "__main__":
    assert onnx.__version__ == "1.23.2", "another version has other cases; change the first lines of this file too"
    tests = [test for test in load_model_tests(kind="node") if len(test.model.graph.node) == 1]
    folder = pathlib.Path(__file__).with_name("onnx")
    folder.mkdir(exist_ok=True)
    for file, operations in FILES.items():
        mine = [test for test in tests if test.model.graph.node[0].op_type in operations]
        mine.sort(key=lambda test: (operations.index(test.model.graph.node[0].op_type), test.name))
        small = [test for test in mine if size(test) <= MOST]
        left_out = [test.name.removeprefix("test_") for test in mine if size(test) > MOST]
        write(folder / file, [case(test) for test in small], left_out)
