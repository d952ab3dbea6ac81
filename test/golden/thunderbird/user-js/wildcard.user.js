// "The account ann.other@éco.example.org, for a new Thunderbird profile."
// "Careful: in a profile that has accounts already, this file takes their place in the list of accounts. Do not put it there."
// "Thunderbird reads this file at every start and then keeps what it says: after the first start, delete it."
// "To take the account away: delete this file, then remove the account in the account settings of Thunderbird."
user_pref("mail.account.account_5ac1b5f87891.server", "server_5ac1b5f87891");
user_pref("mail.account.account_5ac1b5f87891.identities", "id_5ac1b5f87891");
user_pref("mail.identity.id_5ac1b5f87891.fullName", "Ann Other");
user_pref("mail.identity.id_5ac1b5f87891.useremail", "ann.other@xn--co-9ia.example.org");
user_pref("mail.identity.id_5ac1b5f87891.smtpServer", "smtp_5ac1b5f87891_1");
user_pref("mail.server.server_5ac1b5f87891.type", "imap");
user_pref("mail.server.server_5ac1b5f87891.hostname", "imap.example.org");
user_pref("mail.server.server_5ac1b5f87891.port", 993);
user_pref("mail.server.server_5ac1b5f87891.socketType", 3);
user_pref("mail.server.server_5ac1b5f87891.authMethod", 3);
user_pref("mail.server.server_5ac1b5f87891.userName", "ann.other%xn--co-9ia.example.org");
user_pref("mail.server.server_5ac1b5f87891.name", "ann.other@éco.example.org");
user_pref("mail.server.server_5ac1b5f87891.login_at_startup", true);
user_pref("mail.server.server_5ac1b5f87891.check_new_mail", true);
user_pref("mail.smtpserver.smtp_5ac1b5f87891_1.type", "smtp");
user_pref("mail.smtpserver.smtp_5ac1b5f87891_1.hostname", "smtp.example.org");
user_pref("mail.smtpserver.smtp_5ac1b5f87891_1.port", 465);
user_pref("mail.smtpserver.smtp_5ac1b5f87891_1.try_ssl", 3);
user_pref("mail.smtpserver.smtp_5ac1b5f87891_1.authMethod", 3);
user_pref("mail.smtpserver.smtp_5ac1b5f87891_1.username", "ann.other%xn--co-9ia.example.org");
user_pref("mail.smtpserver.smtp_5ac1b5f87891_1.description", "Example Mail");
user_pref("mail.account.account_5ac1b5f87891_local.server", "server_5ac1b5f87891_local");
user_pref("mail.server.server_5ac1b5f87891_local.type", "none");
user_pref("mail.server.server_5ac1b5f87891_local.hostname", "Local Folders");
user_pref("mail.server.server_5ac1b5f87891_local.userName", "nobody");
user_pref("mail.server.server_5ac1b5f87891_local.name", "Local Folders");
user_pref("mail.accountmanager.accounts", "account_5ac1b5f87891,account_5ac1b5f87891_local");
user_pref("mail.accountmanager.localfoldersserver", "server_5ac1b5f87891_local");
user_pref("mail.smtpservers", "smtp_5ac1b5f87891_1");
