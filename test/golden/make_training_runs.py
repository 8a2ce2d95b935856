"""Writes training-runs.json: whole training runs of small Transformers by PyTorch on a CPU, in float64.

    python test/golden/make_training_runs.py

Every placement, both norms, QK-norm, warm-up, clipping, Adam and SGD with momentum occur.
"""

import json
import math
import pathlib

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
random = torch.Generator().manual_seed(11)
d, ff, heads, T, V, B = 6, 8, 2, 3, 4, 3


def normal(*shape, scale=1.0):
    return torch.round(scale * torch.randn(*shape, generator=random), decimals=5).requires_grad_()


def initial(cfg):
    """Parameters with their names; γ and β are random, since 1 and 0 would hide mistakes."""
    p = {"emb": normal(V, d, scale=0.7), "pos": normal(T, d, scale=0.7)}
    rms = cfg.get("norm") == "rms"

    def norm(name, size, rms=rms):
        p[name + "g"] = normal(size)
        if not rms:
            p[name + "b"] = normal(size)

    for layer in range(cfg["L"]):
        for name, inputs, outputs in [("q", d, d), ("k", d, d), ("v", d, d), ("o", d, d), ("f1", d, ff), ("f2", ff, d)]:
            p[f"{layer}.{name}"] = normal(inputs, outputs, scale=0.4)
            p[f"{layer}.{name}b"] = normal(outputs, scale=0.1)
        if cfg["place"] in ("post", "pre", "peri", "deepnorm"):
            norm(f"{layer}.n1", d)
            norm(f"{layer}.n2", d)
        if cfg["place"] == "peri":
            norm(f"{layer}.m1", d)
            norm(f"{layer}.m2", d)
        if cfg.get("qk"):
            norm(f"{layer}.qn", d // heads, rms=False)
            norm(f"{layer}.kn", d // heads, rms=False)
        if cfg["place"] == "rezero":
            p[f"{layer}.al"] = normal(2)
    if cfg["place"] in ("pre", "peri"):
        norm("fin", d)
    p["out"], p["outb"] = normal(d, V, scale=0.5), normal(V, scale=0.1)
    return p


def model(p, cfg, tokens):
    rms, place, alpha = cfg.get("norm") == "rms", cfg["place"], (2 * cfg["L"]) ** 0.25

    def norm(x, name, rms=rms):
        size = [x.shape[-1]]
        if rms:
            return F.rms_norm(x, size, p[name + "g"], 1e-5)
        return F.layer_norm(x, size, p[name + "g"], p[name + "b"], 1e-5)

    def attention(x, layer):
        q, k, v = (
            (x @ p[f"{layer}.{n}"] + p[f"{layer}.{n}b"]).reshape(B, T, heads, d // heads).transpose(1, 2) for n in "qkv"
        )
        if cfg.get("qk"):
            q, k = norm(q, f"{layer}.qn", False), norm(k, f"{layer}.kn", False)
        mixed = F.scaled_dot_product_attention(q, k, v).transpose(1, 2).reshape(B, T, d)
        return mixed @ p[f"{layer}.o"] + p[f"{layer}.ob"]

    def feed_forward(x, layer):
        return torch.relu(x @ p[f"{layer}.f1"] + p[f"{layer}.f1b"]) @ p[f"{layer}.f2"] + p[f"{layer}.f2b"]

    x = p["emb"][tokens] + p["pos"]
    for layer in range(cfg["L"]):
        for i, f in enumerate((attention, feed_forward)):
            n, m = f"{layer}.n{i + 1}", f"{layer}.m{i + 1}"
            if place == "post":
                x = norm(x + f(x, layer), n)
            elif place == "pre":
                x = x + f(norm(x, n), layer)
            elif place == "peri":
                x = x + norm(f(norm(x, n), layer), m)
            elif place == "deepnorm":
                x = norm(alpha * x + f(x, layer), n)
            elif place == "rezero":
                x = x + p[f"{layer}.al"][i] * f(x, layer)
            else:
                x = x + f(x, layer)
    if place in ("pre", "peri"):
        x = norm(x, "fin")
    return x @ p["out"] + p["outb"]


def run(name, place, L, opt="adam", steps=6, lr=0.01, warm=0, clip=None, **cfg):
    cfg = {"d": d, "ff": ff, "h": heads, "L": L, "T": T, "V": V, "place": place, **cfg}
    p = initial(cfg)
    init = {key: [list(t.shape), t.detach().reshape(-1).tolist()] for key, t in p.items()}
    adam = opt == "adam"
    optimizer = (
        torch.optim.Adam(p.values(), lr=lr, betas=(0.9, 0.95))
        if adam
        else torch.optim.SGD(p.values(), lr=lr, momentum=0.9)
    )
    batches, trace = [], []
    for step in range(steps):
        tokens = torch.randint(V, (B, T), generator=random)
        targets = tokens.sort(dim=1).values
        batches.append([tokens.tolist(), targets.tolist()])
        optimizer.zero_grad()
        loss = F.cross_entropy(model(p, cfg, tokens).reshape(-1, V), targets.reshape(-1))
        loss.backward()
        norm = math.sqrt(sum(float((t.grad**2).sum()) for t in p.values() if t.grad is not None))
        trace.append([loss.item(), norm])
        if clip:
            torch.nn.utils.clip_grad_norm_(p.values(), clip)
        for group in optimizer.param_groups:
            group["lr"] = lr * (min(1, (step + 1) / warm) if warm else 1)
        optimizer.step()
    norms = {key: t.detach().norm().item() for key, t in p.items()}
    settings = {"opt": opt, "lr": lr, "betas": [0.9, 0.95], "momentum": 0.9, "warm": warm, "clip": clip}
    return {"name": name, "cfg": cfg, **settings, "init": init, "batches": batches,
            "loss_gradnorm_by_step": trace, "final_param_norm": norms, "tol": 1e-8}


runs = [
    run("none-sgd", "none", 2, opt="sgd", lr=0.02),
    run("post-rms-warm", "post", 2, norm="rms", warm=4),
    run("pre-qk-clip", "pre", 1, qk=True, clip=0.5),
    run("peri-rms-qk-sgd", "peri", 2, opt="sgd", lr=0.05, norm="rms", qk=True),
    run("deepnorm-warm-clip", "deepnorm", 3, warm=3, clip=1.0),
    run("rezero-adam", "rezero", 2),
]
path = pathlib.Path(__file__).with_name("training-runs.json")
path.write_text(json.dumps({"torch": torch.__version__.split("+")[0], "dtype": "float64", "runs": runs}) + "\n")
print(path, path.stat().st_size, "bytes")
