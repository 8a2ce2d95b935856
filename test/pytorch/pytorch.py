"""PyTorch as a process: one line of JSON with a call, one line of JSON with what PyTorch computes.

A call is {"op", "attrs", "in", "wants", "gy", "dtype"}: tensors by name, each [shape, numbers]; `wants` names the inputs
whose gradient of ⟨y, gy⟩ is asked for. The answer is {"out", "grad"}, or {"error"}. The first line is the version.
"""

import json
import math
import sys

import torch
from torch.nn import functional
from torch.nn.utils.parametrizations import _SpectralNorm

torch.set_num_threads(1)


def batch_norm_train(x, rm, rv, eps, momentum, g=None, b=None):
    y = functional.batch_norm(x, rm, rv, g, b, training=True, momentum=momentum, eps=eps)
    return {"y": y, "running_mean": rm, "running_var": rv}


def spectral_norm(w, u, iterations, eps):
    """PyTorch improves u first and v after it; v is made from u here, as it is after every step there."""
    inner = _SpectralNorm(w, n_power_iterations=iterations, eps=eps)
    v = functional.normalize(w.detach().flatten(1).T @ u, dim=0, eps=eps)
    inner._u.copy_(u)
    inner._v.copy_(v)
    y = inner.train()(w)
    return {"y": y, "u": inner._u.clone()}


def cross_entropy(x, t, **options):
    return functional.cross_entropy(x.reshape(-1, x.shape[-1]), t.reshape(-1), **options)


operations = {
    "layer_norm": lambda x, eps, normalized_shape, g=None, b=None: functional.layer_norm(x, normalized_shape, g, b, eps),
    "rms_norm": lambda x, eps, g=None: functional.rms_norm(x, x.shape[-1:], g, eps),
    "batch_norm_train": batch_norm_train,
    "batch_norm_eval": lambda x, rm, rv, eps, g=None, b=None: functional.batch_norm(x, rm, rv, g, b, eps=eps),
    "group_norm": lambda x, groups, eps, g=None, b=None: functional.group_norm(x, groups, g, b, eps),
    "instance_norm": lambda x, eps, g=None, b=None: functional.instance_norm(x, None, None, g, b, eps=eps),
    "local_response_norm": lambda x, **options: functional.local_response_norm(x, **options),
    "l2_normalize": lambda x, eps: functional.normalize(x, dim=-1, eps=eps),
    "unit_rows": lambda w, dim, eps: functional.normalize(w, dim=dim, eps=eps),
    "weight_norm": lambda v, g, dim: torch._weight_norm(v, g, dim),
    "spectral_norm": spectral_norm,
    "relu": lambda x: functional.relu(x),
    "tanh": lambda x: torch.tanh(x),
    "erf": lambda x: torch.erf(x),
    "gelu": lambda x: functional.gelu(x),
    "gelu_tanh": lambda x: functional.gelu(x, approximate="tanh"),
    "silu": lambda x: functional.silu(x),
    "sigmoid": lambda x: torch.sigmoid(x),
    "softplus": lambda x: functional.softplus(x),
    "softmax": lambda x, dim: functional.softmax(x, dim),
    "log_softmax": lambda x, dim: functional.log_softmax(x, dim),
    "linear": lambda x, w, b=None: functional.linear(x, w, b),
    "conv2d": lambda x, w, stride, padding, b=None: functional.conv2d(x, w, b, stride, padding),
    "embedding": lambda w, t: functional.embedding(t, w),
    "cross_entropy": cross_entropy,
    "z_loss": lambda x, coef: coef * torch.logsumexp(x, -1).square().mean(),
}


def tensor(packed, dtype):
    shape, data = packed
    return torch.tensor([float(value) for value in data], dtype=dtype).reshape(shape)


def number(value):
    if math.isfinite(value):
        return value
    return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"


def packed(t):
    return [list(t.shape), [number(value) for value in t.detach().reshape(-1).tolist()]]


def answer(call):
    op, dtype = call["op"], getattr(torch, call["dtype"])
    given = {
        name: tensor(one, torch.int64 if name == "t" else dtype).requires_grad_(name in call["wants"])
        for name, one in call["in"].items()
    }
    found = operations[op](**given, **call["attrs"])
    out = found if isinstance(found, dict) else {"y": found}
    out["y"].backward(tensor(call["gy"], dtype))
    grad = {name: given[name].grad for name in call["wants"]}
    return {
        "out": {name: packed(t) for name, t in out.items()},
        "grad": {name: packed(t) for name, t in grad.items()},
    }


if __name__ == "__main__":
    print(json.dumps({"version": torch.__version__}), flush=True)
    for line in sys.stdin:
        try:
            said = answer(json.loads(line))
        except Exception as error:
            said = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(said), flush=True)
