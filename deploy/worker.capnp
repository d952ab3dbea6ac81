# workerd serve deploy/worker.capnp: the server of Facteur on workerd, with the profiles in dist/worker.js.
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "facteur", worker = .facteur),
    # It asks nobody for anything, and so may not.
    (name = "nowhere", network = (allow = [])),
  ],
  sockets = [
    # For a proxy that has the certificate, passes Host on as it is, and says in X-Forwarded-Proto whether the client
    # used https. Whoever reaches this socket is believed, so it listens on this computer only.
    (
      name = "http",
      address = "127.0.0.1:8080",
      http = (forwardedProtoHeader = "X-Forwarded-Proto"),
      service = "facteur",
    ),
  ],
);

const facteur :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "../dist/worker.js")],
  compatibilityDate = "2026-10-01",
  # As --canonical-host of `facteur serve`; where the variable is not set, everything is answered where it is asked.
  bindings = [(name = "FACTEUR_CANONICAL_HOST", fromEnvironment = "FACTEUR_CANONICAL_HOST")],
  globalOutbound = "nowhere",
);
