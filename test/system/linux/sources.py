"""What Evolution's data server and libraries make of each of the sources in a home: one line of JSON with what they connect with, by the name of the source. A source that is
not there has been refused."""

import json
import os
import sys

import gi

gi.require_version("Camel", "1.2")
gi.require_version("EDataServer", "1.2")
from gi.repository import Camel, EDataServer, GLib

KINDS = {"Mail Account": Camel.ProviderType.STORE, "Mail Transport": Camel.ProviderType.TRANSPORT}


def server(session, source, name, kind):
    """The settings of Camel are those that a connection is made with."""
    backend = source.get_extension(name).get_backend_name()
    try:
        service = session.add_service(source.get_uid() + name, backend or "", kind)
    except GLib.Error as error:
        return {"backend": backend, "refused": error.message}
    source.camel_configure_service(service)
    settings = service.ref_settings().props
    found = {"backend": backend}
    for each in ("host", "port", "user", "auth_mechanism"):
        if hasattr(settings, each):
            found[each] = getattr(settings, each)
    if hasattr(settings, "security_method"):
        found["security"] = settings.security_method.value_nick
    return found


registry = EDataServer.SourceRegistry.new_sync()
folder = os.path.join(GLib.get_user_cache_dir(), "camel")
Camel.init(folder, False)
session = Camel.Session(user_data_dir=folder, user_cache_dir=folder)
seen = {}
for source in registry.list_sources():
    servers = {n: server(session, source, n, k) for n, k in KINDS.items() if source.has_extension(n)}
    seen[source.get_uid()] = {"enabled": source.get_enabled(), "servers": servers}
print(json.dumps(seen))
sys.stdout.flush()
# Camel's threads would keep the process.
os._exit(0)
