"""Trains the same small Transformer with PyTorch or JAX, for `npm run bench -- --peers PYTHON`.

One engine a process, one thread. It reads lines of JSON {"model": FILE} or {"steps": N} and answers each with a line:
the losses of the first steps, or the CPU milliseconds of one step.
"""

import json
import math
import os
import sys
import time

os.environ.update(OMP_NUM_THREADS="1", MKL_NUM_THREADS="1", XLA_FLAGS="--xla_cpu_multi_thread_eigen=false")
engine = sys.argv[1]
names = ["query", "key", "value", "output"]


def forward(p, x, m, cfg):
    """Logits by the functions of m, which are PyTorch's or JAX's; Post-LN, ReLU."""
    B, T, d = x.shape
    H = cfg["heads"]

    def linear(u, name):
        return u @ p[name + ".weight"] + p[name + ".bias"]

    for layer in range(cfg["depth"]):
        block = f"encoder.blocks.{layer}."
        q, k, v = (m["heads"](linear(x, block + "attention." + name), H) for name in names[:3])
        scores = (q @ m["turned"](k)) * (1 / math.sqrt(d // H))
        mixed = m["joined"](m["softmax"](scores) @ v)
        x = m["norm"](x + linear(mixed, block + "attention.output"), p, block + "aroundAttention.sum")
        h = m["relu"](linear(x, block + "feedForward.first"))
        x = m["norm"](x + linear(h, block + "feedForward.second"), p, block + "aroundFeedForward.sum")
    return linear(x, "readout")


def torch_engine(compiled):
    import torch
    import torch.nn.functional as F

    torch.set_num_threads(1)
    m = {
        "heads": lambda u, H: u.reshape(*u.shape[:2], H, -1).transpose(1, 2),
        "turned": lambda u: u.transpose(-1, -2),
        "joined": lambda u: u.transpose(1, 2).reshape(u.shape[0], u.shape[2], -1),
        "softmax": lambda u: torch.softmax(u, -1),
        "relu": torch.relu,
        "norm": lambda u, p, n: F.layer_norm(u, u.shape[-1:], p[n + ".gamma"], p[n + ".beta"], 1e-5),
    }

    def start(given):
        cfg, dtype = given["cfg"], getattr(torch, given["dtype"])
        p = {k: torch.tensor(v, dtype=dtype).reshape(s).requires_grad_() for k, (s, v) in given["init"].items()}
        batches = [(torch.tensor(x), torch.tensor(y).reshape(-1)) for x, y in given["batches"]]
        optimizer = torch.optim.Adam(p.values(), lr=1e-3, betas=(0.9, 0.98), foreach=True)

        def loss_of(x, y):
            logits = forward(p, p["embedding.weight"][x] + p["position"], m, cfg)
            return F.cross_entropy(logits.reshape(-1, logits.shape[-1]), y)

        run = torch.compile(loss_of) if compiled else loss_of

        def step(i):
            optimizer.zero_grad()
            loss = run(*batches[i % len(batches)])
            loss.backward()
            optimizer.step()
            return loss

        return step

    return f"PyTorch {torch.__version__}", start, lambda loss: loss.item()


def jax_engine():
    import jax
    import jax.numpy as np

    jax.config.update("jax_enable_x64", True)

    def norm(u, p, n):
        c = u - u.mean(-1, keepdims=True)
        return p[n + ".gamma"] * c / np.sqrt((c * c).mean(-1, keepdims=True) + 1e-5) + p[n + ".beta"]

    m = {
        "heads": lambda u, H: u.reshape(*u.shape[:2], H, -1).swapaxes(1, 2),
        "turned": lambda u: u.swapaxes(-1, -2),
        "joined": lambda u: u.swapaxes(1, 2).reshape(u.shape[0], u.shape[2], -1),
        "softmax": lambda u: jax.nn.softmax(u, -1),
        "relu": jax.nn.relu,
        "norm": norm,
    }

    def start(given):
        cfg = given["cfg"]
        p = {k: np.array(v, given["dtype"]).reshape(s) for k, (s, v) in given["init"].items()}
        batches = [(np.array(x), np.array(y)) for x, y in given["batches"]]
        zeros = {k: np.zeros_like(v) for k, v in p.items()}
        state = [p, zeros, zeros, 0]

        def loss_of(p, x, y):
            logits = forward(p, p["embedding.weight"][x] + p["position"], m, cfg)
            return -np.take_along_axis(jax.nn.log_softmax(logits), y[..., None], -1).mean()

        @jax.jit
        def update(p, first, second, t, x, y):
            loss, g = jax.value_and_grad(loss_of)(p, x, y)
            t = t + 1
            first = {k: 0.9 * first[k] + 0.1 * g[k] for k in p}
            second = {k: 0.98 * second[k] + 0.02 * g[k] * g[k] for k in p}
            c1, c2 = 1 - 0.9**t, 1 - 0.98**t
            p = {k: p[k] - 1e-3 * (first[k] / c1) / (np.sqrt(second[k] / c2) + 1e-8) for k in p}
            return p, first, second, t, loss

        def step(i):
            *state[:], loss = update(*state, *batches[i % len(batches)])
            return loss

        return step

    return f"JAX {jax.__version__}", start, float


engines = {
    "torch": lambda: torch_engine(False),
    "torch-compile": lambda: torch_engine(True),
    "jax": jax_engine,
}
version, start, number = engines[engine]()
print(json.dumps({"version": version}), flush=True)
step, done = None, 0
for line in sys.stdin:
    asked = json.loads(line)
    if "model" in asked:
        step, done = start(json.load(open(asked["model"]))), 8
        print(json.dumps({"losses": [number(step(i)) for i in range(8)]}), flush=True)
        continue
    begin, loss = time.process_time(), 0.0
    for _ in range(asked["steps"]):
        loss = step(done)
        done += 1
    number(loss)
    print(json.dumps({"ms": 1000 * (time.process_time() - begin) / asked["steps"]}), flush=True)
