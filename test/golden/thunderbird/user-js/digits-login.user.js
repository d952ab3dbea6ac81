// "The account 007@example.org, for a new Thunderbird profile."
// "Careful: in a profile that has accounts already, this file takes their place in the list of accounts. Do not put it there."
// "Thunderbird reads this file at every start and then keeps what it says: after the first start, delete it."
// "To take the account away: delete this file, then remove the account in the account settings of Thunderbird."
user_pref("mail.account.account_69e3f74d3b73.server", "server_69e3f74d3b73");
user_pref("mail.account.account_69e3f74d3b73.identities", "id_69e3f74d3b73");
user_pref("mail.identity.id_69e3f74d3b73.fullName", "007");
user_pref("mail.identity.id_69e3f74d3b73.useremail", "007@example.org");
user_pref("mail.identity.id_69e3f74d3b73.smtpServer", "smtp_69e3f74d3b73_1");
user_pref("mail.server.server_69e3f74d3b73.type", "imap");
user_pref("mail.server.server_69e3f74d3b73.hostname", "imap.example.org");
user_pref("mail.server.server_69e3f74d3b73.port", 993);
user_pref("mail.server.server_69e3f74d3b73.socketType", 3);
user_pref("mail.server.server_69e3f74d3b73.authMethod", 3);
user_pref("mail.server.server_69e3f74d3b73.userName", "007");
user_pref("mail.server.server_69e3f74d3b73.name", "007@example.org");
user_pref("mail.server.server_69e3f74d3b73.login_at_startup", true);
user_pref("mail.server.server_69e3f74d3b73.check_new_mail", true);
user_pref("mail.smtpserver.smtp_69e3f74d3b73_1.type", "smtp");
user_pref("mail.smtpserver.smtp_69e3f74d3b73_1.hostname", "smtp.example.org");
user_pref("mail.smtpserver.smtp_69e3f74d3b73_1.port", 465);
user_pref("mail.smtpserver.smtp_69e3f74d3b73_1.try_ssl", 3);
user_pref("mail.smtpserver.smtp_69e3f74d3b73_1.authMethod", 3);
user_pref("mail.smtpserver.smtp_69e3f74d3b73_1.username", "007");
user_pref("mail.smtpserver.smtp_69e3f74d3b73_1.description", "Example Mail");
user_pref("mail.account.account_69e3f74d3b73_local.server", "server_69e3f74d3b73_local");
user_pref("mail.server.server_69e3f74d3b73_local.type", "none");
user_pref("mail.server.server_69e3f74d3b73_local.hostname", "Local Folders");
user_pref("mail.server.server_69e3f74d3b73_local.userName", "nobody");
user_pref("mail.server.server_69e3f74d3b73_local.name", "Local Folders");
user_pref("mail.accountmanager.accounts", "account_69e3f74d3b73,account_69e3f74d3b73_local");
user_pref("mail.accountmanager.localfoldersserver", "server_69e3f74d3b73_local");
user_pref("mail.smtpservers", "smtp_69e3f74d3b73_1");
