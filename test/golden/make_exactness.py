"""Writes exactness.json: rows of numbers, and what PyTorch 2.13.0 on a CPU makes of them in float32, forward and back.

    python test/golden/make_exactness.py

`npm run exactness` measures the library on the same rows, and both against arithmetic of 64 digits. The rows are float64;
for float32 each number is rounded first. `factors` and `shifts` are what parameters around 1 and around 0 are cut from.
"""

import datetime
import json
import pathlib

import numpy
import torch
from torch.nn import functional

random = torch.Generator().manual_seed(17)
COUNT = 128


def normal(mean=0.0, deviation=1.0):
    return mean + deviation * torch.randn(COUNT, generator=random, dtype=torch.float64)


rows = {"ordinary": normal(), "offset": normal(mean=1e4), "tiny": normal(deviation=1e-6)}
factors, shifts, dy = normal(mean=1.0), normal(), normal()
mean = torch.tensor([0.5 - 0.25 * c for c in range(4)])
variance = torch.tensor([0.5 + c for c in range(4)])

ROWS, CHANNELS, EPS, LEAST = (4, 32), (4, 4, 8), 1e-5, 1e-12
# The shape of x, what parameters there are, how many numbers each holds, and the call.
norms = {
    "layerNorm": (ROWS, {"gamma": 32, "beta": 32}, lambda x, gamma, beta: functional.layer_norm(x, (32,), gamma, beta, EPS)),
    "rmsNorm": (ROWS, {"gamma": 32}, lambda x, gamma: functional.rms_norm(x, (32,), gamma, EPS)),
    "batchNorm": (CHANNELS, {"gamma": 4, "beta": 4}, lambda x, gamma, beta: functional.batch_norm(x, None, None, gamma, beta, True, 0.1, EPS)),
    "batchNormEvaluate": (CHANNELS, {"gamma": 4, "beta": 4}, lambda x, gamma, beta: functional.batch_norm(x, mean, variance, gamma, beta, False, 0.1, EPS)),
    "groupNorm": (CHANNELS, {"gamma": 4, "beta": 4}, lambda x, gamma, beta: functional.group_norm(x, 2, gamma, beta, EPS)),
    "instanceNorm": (CHANNELS, {"gamma": 4, "beta": 4}, lambda x, gamma, beta: functional.instance_norm(x, None, None, gamma, beta, True, 0.1, EPS)),
    "l2Normalize": (ROWS, {}, lambda x: functional.normalize(x, dim=-1, eps=LEAST)),
    "localResponseNorm": (CHANNELS, {}, lambda x: functional.local_response_norm(x, 3, 0.5, 0.75, 2.0)),
    "unitRows": (ROWS, {}, lambda x: functional.normalize(x, dim=-1, eps=LEAST)),
    "weightNorm": (ROWS, {"g": 4}, lambda x, g: torch._weight_norm(x, g.reshape(4, 1), 0)),
}


def float32(t):
    """The shortest decimals that are these float32."""
    return [float(numpy.format_float_scientific(value, unique=True)) for value in t.detach().reshape(-1).numpy()]


def answered(shape, parameters, call, x):
    leaves = {"x": x.float().reshape(shape).requires_grad_()}
    for name, count in parameters.items():
        source = shifts if name == "beta" else factors
        leaves[name] = source[:count].float().clone().requires_grad_()
    y = call(**leaves)
    y.backward(dy.float().reshape(shape))
    return {"y": float32(y)} | {f"d{name}": float32(leaf.grad) for name, leaf in leaves.items()}


if __name__ == "__main__":
    head = {"torch": torch.__version__, "made": datetime.date.today().isoformat()}
    numbers = {"factors": factors.tolist(), "shifts": shifts.tolist(), "dy": dy.tolist()}
    lines = [f'"{name}": {json.dumps(value)}' for name, value in (head | numbers).items()]
    lines.append('"rows": {\n' + ",\n".join(f'"{kind}": {json.dumps(x.tolist())}' for kind, x in rows.items()) + "\n}")
    found = [
        f'"{name}": ' + json.dumps({kind: answered(*how, x) for kind, x in rows.items()}, separators=(",", ":"))
        for name, how in norms.items()
    ]
    lines.append('"pytorch": {\n' + ",\n".join(found) + "\n}")
    pathlib.Path(__file__).with_name("exactness.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")
