// "The account juergen@bücher.example, for a new Thunderbird profile."
// "Careful: in a profile that has accounts already, this file takes their place in the list of accounts. Do not put it there."
// "Thunderbird reads this file at every start and then keeps what it says: after the first start, delete it."
// "To take the account away: delete this file, then remove the account in the account settings of Thunderbird."
user_pref("mail.account.account_7c68e4f0f16b.server", "server_7c68e4f0f16b");
user_pref("mail.account.account_7c68e4f0f16b.identities", "id_7c68e4f0f16b");
user_pref("mail.identity.id_7c68e4f0f16b.fullName", "Jürgen");
user_pref("mail.identity.id_7c68e4f0f16b.useremail", "juergen@xn--bcher-kva.example");
user_pref("mail.identity.id_7c68e4f0f16b.smtpServer", "smtp_7c68e4f0f16b_1");
user_pref("mail.server.server_7c68e4f0f16b.type", "imap");
user_pref("mail.server.server_7c68e4f0f16b.hostname", "imap.xn--bcher-kva.example");
user_pref("mail.server.server_7c68e4f0f16b.port", 993);
user_pref("mail.server.server_7c68e4f0f16b.socketType", 3);
user_pref("mail.server.server_7c68e4f0f16b.authMethod", 3);
user_pref("mail.server.server_7c68e4f0f16b.userName", "juergen@anmeldung.example");
user_pref("mail.server.server_7c68e4f0f16b.name", "juergen@bücher.example");
user_pref("mail.server.server_7c68e4f0f16b.login_at_startup", true);
user_pref("mail.server.server_7c68e4f0f16b.check_new_mail", true);
user_pref("mail.smtpserver.smtp_7c68e4f0f16b_1.type", "smtp");
user_pref("mail.smtpserver.smtp_7c68e4f0f16b_1.hostname", "smtp.xn--bcher-kva.example");
user_pref("mail.smtpserver.smtp_7c68e4f0f16b_1.port", 587);
user_pref("mail.smtpserver.smtp_7c68e4f0f16b_1.try_ssl", 2);
user_pref("mail.smtpserver.smtp_7c68e4f0f16b_1.authMethod", 3);
user_pref("mail.smtpserver.smtp_7c68e4f0f16b_1.username", "juergen@anmeldung.example");
user_pref("mail.smtpserver.smtp_7c68e4f0f16b_1.description", "Example Mail");
user_pref("mail.account.account_7c68e4f0f16b_local.server", "server_7c68e4f0f16b_local");
user_pref("mail.server.server_7c68e4f0f16b_local.type", "none");
user_pref("mail.server.server_7c68e4f0f16b_local.hostname", "Local Folders");
user_pref("mail.server.server_7c68e4f0f16b_local.userName", "nobody");
user_pref("mail.server.server_7c68e4f0f16b_local.name", "Local Folders");
user_pref("mail.accountmanager.accounts", "account_7c68e4f0f16b,account_7c68e4f0f16b_local");
user_pref("mail.accountmanager.localfoldersserver", "server_7c68e4f0f16b_local");
user_pref("mail.smtpservers", "smtp_7c68e4f0f16b_1");
