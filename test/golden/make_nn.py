"""Writes nn.json: what PyTorch on a CPU says about activations, z-loss and convolution, in float64.

    python test/golden/make_nn.py

z-loss is written with PyTorch's operations and differentiated by autograd. Softplus is not asked between 20 and 40, where
PyTorch gives x itself.
"""

import json
import pathlib

import torch
from torch.nn import functional

torch.set_default_dtype(torch.float64)
random = torch.Generator().manual_seed(23)


def normal(*shape):
    return torch.round(torch.randn(shape, generator=random), decimals=6)


def packed(t):
    return [list(t.shape), t.detach().reshape(-1).tolist()]


def case(name, op, f, inputs, tol=1e-12, **attrs):
    leaves = {key: t.clone().requires_grad_() for key, t in inputs.items()}
    y = f(**leaves, **attrs)
    gy = normal(*y.shape)
    y.backward(gy)
    return {
        "id": name,
        "op": op,
        "attrs": attrs,
        "in": {key: packed(t) for key, t in inputs.items()},
        "out": {"y": packed(y)},
        "gy": {"y": packed(gy)},
        "grad": {key: packed(t.grad) for key, t in leaves.items()},
        "tol": tol,
    }


def z_loss(x, coef):
    return coef * x.logsumexp(-1).square().mean()


def conv2d(x, w, stride, padding, b=None):
    return functional.conv2d(x, w, b, stride, padding)


def convolution(name, x, w, stride=1, padding=0, with_bias=True):
    inputs = {"x": normal(*x), "w": normal(*w)} | ({"b": normal(w[0])} if with_bias else {})
    return case(f"conv2d-{name}", "conv2d", conv2d, inputs, stride=stride, padding=padding)


curves = {
    "silu": lambda x: functional.silu(x),
    "sigmoid": lambda x: torch.sigmoid(x),
    "softplus": lambda x: functional.softplus(x),
}
far = torch.tensor([-1000.0, -100.0, -40.0, -15.0, -1e-9, 0.0, 1e-9, 15.0, 40.0, 100.0, 1000.0])
large = torch.tensor([[1000.0, 0.0, -1000.0], [-1000.0, -1000.0, -999.0]])
cases = [
    *[case(f"{name}-usual", name, curve, {"x": 3 * normal(2, 3, 4)}) for name, curve in curves.items()],
    *[case(f"{name}-far", name, curve, {"x": far}) for name, curve in curves.items()],
    case("z-loss-usual", "z_loss", z_loss, {"x": 2 * normal(4, 5)}, coef=1e-4),
    case("z-loss-three-axes", "z_loss", z_loss, {"x": normal(2, 3, 4)}, coef=0.7),
    case("z-loss-one-class", "z_loss", z_loss, {"x": normal(3, 1)}, coef=-2.0),
    case("z-loss-large", "z_loss", z_loss, {"x": large}, coef=1.0),
    convolution("usual", (2, 3, 5, 4), (4, 3, 3, 3), padding=1),
    convolution("once", (3, 2, 2, 3), (2, 2, 2, 3)),
    convolution("stride-2", (2, 2, 6, 5), (3, 2, 3, 2), stride=2, padding=1),
    convolution("pairs", (1, 2, 4, 7), (2, 2, 2, 3), stride=[1, 3], padding=[2, 0]),
    convolution("one-by-one", (2, 4, 3, 3), (2, 4, 1, 1), stride=2),
    convolution("no-bias", (2, 1, 4, 4), (3, 1, 2, 2), with_bias=False),
]
path = pathlib.Path(__file__).with_name("nn.json")
head = json.dumps({"torch": torch.__version__, "dtype": "float64"})[1:-1]
body = ",\n".join(json.dumps(one, separators=(",", ":")) for one in cases)
path.write_text(f'{{{head}, "cases": [\n{body}\n]}}\n')
