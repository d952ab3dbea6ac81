// "The account two@example.org, for a new Thunderbird profile."
// "Careful: in a profile that has accounts already, this file takes their place in the list of accounts. Do not put it there."
// "Thunderbird reads this file at every start and then keeps what it says: after the first start, delete it."
// "To take the account away: delete this file, then remove the account in the account settings of Thunderbird."
user_pref("mail.account.account_84be34e208fd.server", "server_84be34e208fd");
user_pref("mail.account.account_84be34e208fd.identities", "id_84be34e208fd");
user_pref("mail.identity.id_84be34e208fd.fullName", "Two Servers");
user_pref("mail.identity.id_84be34e208fd.useremail", "two@example.org");
user_pref("mail.identity.id_84be34e208fd.smtpServer", "smtp_84be34e208fd_1");
user_pref("mail.server.server_84be34e208fd.type", "imap");
user_pref("mail.server.server_84be34e208fd.hostname", "imap1.example.org");
user_pref("mail.server.server_84be34e208fd.port", 993);
user_pref("mail.server.server_84be34e208fd.socketType", 3);
user_pref("mail.server.server_84be34e208fd.authMethod", 3);
user_pref("mail.server.server_84be34e208fd.userName", "two@login.example.org");
user_pref("mail.server.server_84be34e208fd.name", "two@example.org");
user_pref("mail.server.server_84be34e208fd.login_at_startup", true);
user_pref("mail.server.server_84be34e208fd.check_new_mail", true);
user_pref("mail.smtpserver.smtp_84be34e208fd_1.type", "smtp");
user_pref("mail.smtpserver.smtp_84be34e208fd_1.hostname", "smtp1.example.org");
user_pref("mail.smtpserver.smtp_84be34e208fd_1.port", 465);
user_pref("mail.smtpserver.smtp_84be34e208fd_1.try_ssl", 3);
user_pref("mail.smtpserver.smtp_84be34e208fd_1.authMethod", 3);
user_pref("mail.smtpserver.smtp_84be34e208fd_1.username", "two@login.example.org");
user_pref("mail.smtpserver.smtp_84be34e208fd_1.description", "Example Mail");
user_pref("mail.smtpserver.smtp_84be34e208fd_2.type", "smtp");
user_pref("mail.smtpserver.smtp_84be34e208fd_2.hostname", "smtp2.example.org");
user_pref("mail.smtpserver.smtp_84be34e208fd_2.port", 2587);
user_pref("mail.smtpserver.smtp_84be34e208fd_2.try_ssl", 2);
user_pref("mail.smtpserver.smtp_84be34e208fd_2.authMethod", 3);
user_pref("mail.smtpserver.smtp_84be34e208fd_2.username", "two@login.example.org");
user_pref("mail.smtpserver.smtp_84be34e208fd_2.description", "Example Mail");
user_pref("mail.account.account_84be34e208fd_local.server", "server_84be34e208fd_local");
user_pref("mail.server.server_84be34e208fd_local.type", "none");
user_pref("mail.server.server_84be34e208fd_local.hostname", "Local Folders");
user_pref("mail.server.server_84be34e208fd_local.userName", "nobody");
user_pref("mail.server.server_84be34e208fd_local.name", "Local Folders");
user_pref("mail.accountmanager.accounts", "account_84be34e208fd,account_84be34e208fd_local");
user_pref("mail.accountmanager.localfoldersserver", "server_84be34e208fd_local");
user_pref("mail.smtpservers", "smtp_84be34e208fd_1,smtp_84be34e208fd_2");
