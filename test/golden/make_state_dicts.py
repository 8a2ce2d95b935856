"""Writes the folder state-dicts: networks as PyTorch and the safetensors package on a CPU save them, and what they compute.

    python test/golden/make_state_dicts.py

state-dicts.json holds for each network its input, its output and its state as plain JSON. images-back.safetensors is what
NormLab writes of images: PyTorch is shown here to read it, though it lacks num_batches_tracked.
"""

import json
import math
import pathlib

import safetensors
import torch
from safetensors.torch import load, save
from torch import nn

random = torch.Generator().manual_seed(29)


def normal(*shape, dtype=torch.float64):
    return torch.randn(shape, generator=random, dtype=torch.float64).to(dtype)


def plain(t):
    def written(value):
        if math.isnan(value):
            return "NaN"
        if math.isinf(value):
            return "Infinity" if value > 0 else "-Infinity"
        return "-0" if value == 0 and math.copysign(1, value) < 0 else value

    dtype = "float32" if t.dtype == torch.float32 else "float64"
    return {"shape": list(t.shape), "dtype": dtype, "data": [written(v) for v in t.double().reshape(-1).tolist()]}


def drawn(net, dtype):
    """Every number of the network random, running variances positive."""
    state = net.state_dict()
    for name, t in state.items():
        if t.dtype.is_floating_point:
            t.copy_(normal(*t.shape).abs() + 0.5 if name.endswith("running_var") else normal(*t.shape))
    return net.to(dtype).eval()


def rows():
    inner = nn.Sequential(nn.RMSNorm(6, eps=1e-5), nn.Linear(6, 5, bias=False), nn.LayerNorm(5))
    return nn.Sequential(nn.Embedding(7, 4), nn.Linear(4, 6), nn.SiLU(), nn.Dropout(0.5), inner, nn.Linear(5, 3))


def images():
    return nn.Sequential(
        nn.Conv2d(2, 4, 3, stride=2, padding=1),
        nn.BatchNorm2d(4),
        nn.ReLU(),
        nn.Conv2d(4, 6, (1, 2), bias=False),
        nn.GroupNorm(2, 6),
        nn.Sigmoid(),
    )


folder = pathlib.Path(__file__).with_name("state-dicts")
folder.mkdir(exist_ok=True)


def write(name, state):
    (folder / f"{name}.safetensors").write_bytes(save(state))


def network(name, make, x, dtype):
    net = drawn(make(), dtype)
    state = net.state_dict()
    write(name, state)
    with torch.no_grad():
        y = net(x)
    return {"x": plain(x), "y": plain(y), "state": {key: plain(t) for key, t in state.items()}}, net


cases = {}
cases["rows"], _ = network("rows", rows, torch.tensor([[3, 0, 6], [1, 3, 2]]), torch.float64)
x = normal(2, 2, 5, 6, dtype=torch.float32)
cases["images"], net = network("images", images, x, torch.float32)

back = {key: t for key, t in net.state_dict().items() if not key.endswith("num_batches_tracked")}
write("images-back", back)
fresh = images().eval()
fresh.load_state_dict(load((folder / "images-back.safetensors").read_bytes()), strict=True)
assert torch.equal(fresh(x), net(x))

odd = {
    "ä.β": normal(2, 2, dtype=torch.float32),
    'quoted "\\ and\ttab': torch.tensor([1e-310, 5e-324, 1.7976931348623157e308], dtype=torch.float64),
    # By their bytes the first of these two comes first, by the units of UTF-16 the second.
    "！": normal(1, dtype=torch.float32),
    "😀": normal(1, dtype=torch.float32),
    "number": torch.tensor(0.1, dtype=torch.float64),
    "nothing": torch.zeros(0, 3, dtype=torch.float32),
    "no number": torch.tensor([math.nan, math.inf, -math.inf, -0.0], dtype=torch.float32),
    "no number, twice as long": torch.tensor([math.nan, math.inf, -math.inf, -0.0], dtype=torch.float64),
}
write("odd", odd)
cases["odd"] = {"state": {key: plain(t) for key, t in odd.items()}}
write("half", {"weight": normal(2, dtype=torch.bfloat16)})

versions = {"torch": torch.__version__, "safetensors": safetensors.__version__}
lines = ",\n".join(f'"{name}": {json.dumps(case, separators=(",", ":"))}' for name, case in cases.items())
(folder / "state-dicts.json").write_text(f'{{{json.dumps(versions)[1:-1]}, "cases": {{\n{lines}\n}}}}\n')
