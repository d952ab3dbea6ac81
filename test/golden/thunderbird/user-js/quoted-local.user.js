// "The account \"odd \\\"local\\\" part\"@example.org, for a new Thunderbird profile."
// "Careful: in a profile that has accounts already, this file takes their place in the list of accounts. Do not put it there."
// "Thunderbird reads this file at every start and then keeps what it says: after the first start, delete it."
// "To take the account away: delete this file, then remove the account in the account settings of Thunderbird."
user_pref("mail.account.account_9804a8ffd91e.server", "server_9804a8ffd91e");
user_pref("mail.account.account_9804a8ffd91e.identities", "id_9804a8ffd91e");
user_pref("mail.identity.id_9804a8ffd91e.fullName", "Odd Local");
user_pref("mail.identity.id_9804a8ffd91e.useremail", "\"odd \\\"local\\\" part\"@example.org");
user_pref("mail.identity.id_9804a8ffd91e.smtpServer", "smtp_9804a8ffd91e_1");
user_pref("mail.server.server_9804a8ffd91e.type", "imap");
user_pref("mail.server.server_9804a8ffd91e.hostname", "imap.example.org");
user_pref("mail.server.server_9804a8ffd91e.port", 993);
user_pref("mail.server.server_9804a8ffd91e.socketType", 3);
user_pref("mail.server.server_9804a8ffd91e.authMethod", 3);
user_pref("mail.server.server_9804a8ffd91e.userName", "\"odd \\\"local\\\" part\"@example.org");
user_pref("mail.server.server_9804a8ffd91e.name", "\"odd \\\"local\\\" part\"@example.org");
user_pref("mail.server.server_9804a8ffd91e.login_at_startup", true);
user_pref("mail.server.server_9804a8ffd91e.check_new_mail", true);
user_pref("mail.smtpserver.smtp_9804a8ffd91e_1.type", "smtp");
user_pref("mail.smtpserver.smtp_9804a8ffd91e_1.hostname", "smtp.example.org");
user_pref("mail.smtpserver.smtp_9804a8ffd91e_1.port", 465);
user_pref("mail.smtpserver.smtp_9804a8ffd91e_1.try_ssl", 3);
user_pref("mail.smtpserver.smtp_9804a8ffd91e_1.authMethod", 3);
user_pref("mail.smtpserver.smtp_9804a8ffd91e_1.username", "\"odd \\\"local\\\" part\"@example.org");
user_pref("mail.smtpserver.smtp_9804a8ffd91e_1.description", "Example Mail");
user_pref("mail.account.account_9804a8ffd91e_local.server", "server_9804a8ffd91e_local");
user_pref("mail.server.server_9804a8ffd91e_local.type", "none");
user_pref("mail.server.server_9804a8ffd91e_local.hostname", "Local Folders");
user_pref("mail.server.server_9804a8ffd91e_local.userName", "nobody");
user_pref("mail.server.server_9804a8ffd91e_local.name", "Local Folders");
user_pref("mail.accountmanager.accounts", "account_9804a8ffd91e,account_9804a8ffd91e_local");
user_pref("mail.accountmanager.localfoldersserver", "server_9804a8ffd91e_local");
user_pref("mail.smtpservers", "smtp_9804a8ffd91e_1");
