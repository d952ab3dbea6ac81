// "The account gail@example.org, for a new Thunderbird profile."
// "Careful: in a profile that has accounts already, this file takes their place in the list of accounts. Do not put it there."
// "Thunderbird reads this file at every start and then keeps what it says: after the first start, delete it."
// "To take the account away: delete this file, then remove the account in the account settings of Thunderbird."
user_pref("mail.account.account_a39a05aab95f.server", "server_a39a05aab95f");
user_pref("mail.account.account_a39a05aab95f.identities", "id_a39a05aab95f");
user_pref("mail.identity.id_a39a05aab95f.fullName", "Gail Oogle");
user_pref("mail.identity.id_a39a05aab95f.useremail", "gail@example.org");
user_pref("mail.identity.id_a39a05aab95f.smtpServer", "smtp_a39a05aab95f_1");
user_pref("mail.server.server_a39a05aab95f.type", "imap");
user_pref("mail.server.server_a39a05aab95f.hostname", "imap.gmail.com");
user_pref("mail.server.server_a39a05aab95f.port", 993);
user_pref("mail.server.server_a39a05aab95f.socketType", 3);
user_pref("mail.server.server_a39a05aab95f.authMethod", 10);
user_pref("mail.server.server_a39a05aab95f.userName", "gail@example.org");
user_pref("mail.server.server_a39a05aab95f.name", "gail@example.org");
user_pref("mail.server.server_a39a05aab95f.login_at_startup", true);
user_pref("mail.server.server_a39a05aab95f.check_new_mail", true);
user_pref("mail.smtpserver.smtp_a39a05aab95f_1.type", "smtp");
user_pref("mail.smtpserver.smtp_a39a05aab95f_1.hostname", "smtp.gmail.com");
user_pref("mail.smtpserver.smtp_a39a05aab95f_1.port", 587);
user_pref("mail.smtpserver.smtp_a39a05aab95f_1.try_ssl", 2);
user_pref("mail.smtpserver.smtp_a39a05aab95f_1.authMethod", 10);
user_pref("mail.smtpserver.smtp_a39a05aab95f_1.username", "gail@example.org");
user_pref("mail.smtpserver.smtp_a39a05aab95f_1.description", "Institut Exemple Mail");
user_pref("mail.account.account_a39a05aab95f_local.server", "server_a39a05aab95f_local");
user_pref("mail.server.server_a39a05aab95f_local.type", "none");
user_pref("mail.server.server_a39a05aab95f_local.hostname", "Local Folders");
user_pref("mail.server.server_a39a05aab95f_local.userName", "nobody");
user_pref("mail.server.server_a39a05aab95f_local.name", "Local Folders");
user_pref("mail.accountmanager.accounts", "account_a39a05aab95f,account_a39a05aab95f_local");
user_pref("mail.accountmanager.localfoldersserver", "server_a39a05aab95f_local");
user_pref("mail.smtpservers", "smtp_a39a05aab95f_1");
