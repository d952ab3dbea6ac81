"""What Evolution's own libraries make of the sources in a home: a line of JSON with the accounts and the defaults, and another after each of the given commands,
which run while the data server does. With a UID and a password on standard input, it first reads the inbox of that account and sends a message from it, as
Evolution would (libcamel)."""

import json
import os
import sys

import gi

gi.require_version("Camel", "1.2")
gi.require_version("EDataServer", "1.2")
from gi.repository import Camel, EDataServer, GLib


BUILT_IN = ("local", "vfolder", "rss")


class Session(Camel.Session):
    """Answers the question for the password."""

    password = ""

    def do_authenticate_sync(self, service, mechanism, cancellable):
        service.set_password(self.password)
        return service.authenticate_sync(mechanism, cancellable) == Camel.AuthenticationResult.ACCEPTED


def described(source):
    def extension(name):
        return source.get_extension(name) if source.has_extension(name) else None

    found = {"uid": source.get_uid(), "parent": source.get_parent(), "name": source.get_display_name()}
    if account := extension("Mail Account"):
        found["account"] = {"backend": account.get_backend_name(), "identity": account.get_identity_uid()}
    if identity := extension("Mail Identity"):
        found["identity"] = {"name": identity.get_name(), "address": identity.get_address()}
    if submission := extension("Mail Submission"):
        found["transport"] = submission.get_transport_uid()
    if login := extension("Authentication"):
        found["login"] = [login.get_host(), login.get_port(), login.get_user(), login.get_method()]
        if service := services.find(source):
            found["oauth2"] = service.get_name()
    if security := extension("Security"):
        found["security"] = security.get_method()
    return found


def service(session, registry, uid, kind):
    source = registry.ref_source(uid)
    extension = "Mail Account" if kind == Camel.ProviderType.STORE else "Mail Transport"
    made = session.add_service(uid, source.get_extension(extension).get_backend_name(), kind)
    source.camel_configure_service(made)
    if isinstance(made, Camel.OfflineStore):
        made.set_online_sync(True)
    made.connect_sync()
    return made


def exchange(registry, uid, password):
    folder = os.path.join(GLib.get_user_cache_dir(), "camel")
    Camel.init(folder, False)
    session = Session(user_data_dir=folder, user_cache_dir=folder)
    session.password = password
    session.set_online(True)
    store = service(session, registry, uid, Camel.ProviderType.STORE)
    inbox = store.get_folder_sync("INBOX", 0)
    inbox.refresh_info_sync()
    subjects = [inbox.get_message_sync(each).get_subject() for each in inbox.get_uids()]
    settings = store.ref_settings()
    kept = settings.props.keep_on_server if hasattr(settings.props, "keep_on_server") else None

    sender = registry.ref_source(registry.ref_source(uid).get_extension("Mail Account").get_identity_uid())
    identity = sender.get_extension("Mail Identity")
    address = Camel.InternetAddress()
    address.add(identity.get_name(), identity.get_address())
    message = Camel.MimeMessage()
    message.set_from(address)
    message.set_recipients("To", address)
    message.set_subject("From Evolution")
    message.set_content(b"Bonjour.", "text/plain")
    transport = service(
        session, registry, sender.get_extension("Mail Submission").get_transport_uid(), Camel.ProviderType.TRANSPORT
    )
    transport.send_to_sync(message, address, address)
    return {"subjects": subjects, "kept": kept}


def answer(mail=None):
    identity = registry.ref_default_mail_identity()
    sources = [described(each) for each in registry.list_sources() if each.get_uid() not in BUILT_IN]
    found = {
        "sources": sources,
        "account": registry.ref_default_mail_account().get_uid(),
        "identity": identity and identity.get_uid(),
    }
    print(json.dumps(found | ({"mail": mail} if mail else {})))
    sys.stdout.flush()


def wait():
    """The server looks at changes of files after three seconds (e-source-registry-server.c)."""
    loop = GLib.MainLoop()
    GLib.timeout_add(4000, loop.quit)
    loop.run()


# Those that are built in: which one signs in for a source, its method says.
services = EDataServer.OAuth2Services.new()
registry = EDataServer.SourceRegistry.new_sync()
uid, *commands = sys.argv[1:]
answer(exchange(registry, uid, sys.stdin.read()) if uid else None)
for command in commands:
    os.system(command)
    wait()
    answer()
# Camel's threads would keep the process.
os._exit(0)
