#Requires -Version 3.0
# Detection script, for intune-remediate.ps1. It changes nothing. Exit codes: 0 Outlook is prepared, 1 it is not.
# Intune › Devices › Scripts and remediations › Remediations. Run this script using the logged-on credentials: Yes. Enforce script signature check:
# No. Run script in 64-bit PowerShell: Yes (32-bit does the same: HKEY_CURRENT_USER\Software\Microsoft\Office is one for both).

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

$domain = 'example.org'
$versions = @('15.0', '16.0')
$root = Join-Path -Path ([Environment]::GetFolderPath('LocalApplicationData')) -ChildPath 'Facteur'
$shared = Join-Path -Path $root -ChildPath 'outlook'
$folder = Join-Path -Path $shared -ChildPath 'org-example-858bb630'
$target = Join-Path -Path $folder -ChildPath 'autodiscover.xml'

function Get-KeyPath([string] $Version, [string] $Key) {
    return "HKCU:\Software\Microsoft\Office\$Version\Outlook\$Key"
}

function Get-Value([string] $Path, [string] $Name) {
    if (-not (Test-Path -LiteralPath $Path)) { return $null }
    return (Get-Item -LiteralPath $Path).GetValue($Name, $null)
}

# What the folder of this account is called, and was before.
$names = @('org-example-858bb630', 'example-c6c145d6')

# Ours is also what install.reg or a profile folder that has moved since left behind.
function Test-Ours([string] $Path) {
    foreach ($name in $names) {
        if ($Path.EndsWith('\Facteur\outlook\' + $name + '\autodiscover.xml', [StringComparison]::OrdinalIgnoreCase)) { return $true }
    }
    return $false
}

$xml = @(
    '<?xml version="1.0" encoding="utf-8"?>'
    '<Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006">'
    '  <Response xmlns="http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a">'
    '    <User>'
    '      <DisplayName>Whole Provider</DisplayName>'
    '      <AutoDiscoverSMTPAddress>whole@example.org</AutoDiscoverSMTPAddress>'
    '    </User>'
    '    <Account>'
    '      <AccountType>email</AccountType>'
    '      <Action>settings</Action>'
    '      <Protocol>'
    '        <Type>IMAP</Type>'
    '        <Server>imap.example.org</Server>'
    '        <Port>993</Port>'
    '        <LoginName>whole@example.org</LoginName>'
    '        <DomainRequired>off</DomainRequired>'
    '        <SPA>off</SPA>'
    '        <SSL>on</SSL>'
    '        <Encryption>SSL</Encryption>'
    '        <AuthRequired>on</AuthRequired>'
    '      </Protocol>'
    '      <Protocol>'
    '        <Type>SMTP</Type>'
    '        <Server>smtp.example.org</Server>'
    '        <Port>465</Port>'
    '        <LoginName>whole@example.org</LoginName>'
    '        <DomainRequired>off</DomainRequired>'
    '        <SPA>off</SPA>'
    '        <SSL>on</SSL>'
    '        <Encryption>SSL</Encryption>'
    '        <AuthRequired>on</AuthRequired>'
    '        <UsePOPAuth>on</UsePOPAuth>'
    '        <SMTPLast>off</SMTPLast>'
    '      </Protocol>'
    '    </Account>'
    '  </Response>'
    '</Autodiscover>'
    '<!-- b3e08867-6bfa-59b3-b21b-3eb77db2a606 -->'
)
$settings = @(
    @{ Version = '15.0'; Key = 'AutoDiscover'; Name = 'PreferLocalXML' }
    @{ Version = '16.0'; Key = 'AutoDiscover'; Name = 'PreferLocalXML' }
    @{ Version = '16.0'; Key = 'Setup'; Name = 'DisableOffice365SimplifiedAccountCreation' }
)

# The version that Windows starts as Outlook; where Windows does not say, each in which this person has a profile; before the first start, both.
function Get-UsedVersion {
    $current = [string] (Get-Value 'Registry::HKEY_CLASSES_ROOT\Outlook.Application\CurVer' '')
    $used = @($versions | Where-Object { $current.EndsWith('.' + $_.Split('.')[0]) })
    if ($used.Count -eq 0) { $used = @($versions | Where-Object { Test-Path -LiteralPath (Get-KeyPath $_ 'Profiles') }) }
    if ($used.Count -eq 0) { return $versions }
    return $used
}

# A policy is stronger than what a person sets. The first that stands in the way.
function Get-Policy([string] $Version) {
    foreach ($hive in @('HKCU:', 'HKLM:')) {
        $path = "$hive\Software\Policies\Microsoft\Office\$Version\Outlook"
        foreach ($needed in @(@('AutoDiscover', 'PreferLocalXML'), @('Setup', 'DisableOffice365SimplifiedAccountCreation'))) {
            $present = Get-Value ('{0}\{1}' -f $path, $needed[0]) $needed[1]
            if ($null -ne $present -and 0 -eq $present) { return '{0}\{1}, {2}' -f $path, $needed[0], $needed[1] }
        }
        $present = Get-Value "$path\AutoDiscover" $domain
        if ($null -ne $present -and -not (Test-Ours $present)) { return '{0}\AutoDiscover, {1}' -f $path, $domain }
        $present = Get-Value "$path\Options" 'DisableIMAP'
        if ($null -ne $present -and 0 -ne $present) { return '{0}\Options, {1}' -f $path, 'DisableIMAP' }
    }
}

# The policies that forbid it, where it is used.
function Get-Obstacle {
    foreach ($version in Get-UsedVersion) { Get-Policy $version }
}

function Test-Prepared {
    if (-not (Test-Path -LiteralPath $target)) { return $false }
    if ([IO.File]::ReadAllText($target) -cne (($xml -join "`n") + "`n")) { return $false }
    $used = @(Get-UsedVersion)
    foreach ($version in $used) {
        if ((Get-Value (Get-KeyPath $version 'AutoDiscover') $domain) -ne $target) { return $false }
    }
    foreach ($setting in $settings) {
        if ($used -notcontains $setting.Version) { continue }
        $present = Get-Value (Get-KeyPath $setting.Version $setting.Key) $setting.Name
        if ($null -eq $present -or 0 -eq $present) { return $false }
    }
    return $true
}

try {
    $obstacles = @(Get-Obstacle)
    if ($obstacles.Count -gt 0) {
        Write-Output ('{0} {1}' -f 'Nothing was changed: a policy of your organisation keeps Outlook from reading this file, or from adding an account of this kind. Only your administrator can change that. The policy is:', $obstacles[0])
        exit 1
    }
    if (Test-Prepared) {
        Write-Output 'Outlook is prepared for your address at example.org. The person starts Outlook, chooses File, Add Account (without an account yet, Outlook asks by itself), and types name, address and password. When the account works, end this assignment and assign the removal.'
        exit 0
    }
    Write-Output 'Outlook is not prepared.'
}
catch {
    Write-Output $_.Exception.Message
}
exit 1
