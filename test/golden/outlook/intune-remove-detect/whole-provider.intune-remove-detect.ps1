#Requires -Version 3.0
# Detection script, for intune-remove.ps1. It changes nothing. Exit codes: 0 there is nothing to remove, 1 there is.
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

# What was there before stands where the values are, so that both roam, are saved and are lost together.
$notes = 'HKCU:\' + 'Software\Facteur-Outlook'

# All paths that were set up in this way, of every account.
function Get-OurPath {
    foreach ($version in $versions) {
        $path = Get-KeyPath $version 'AutoDiscover'
        if (-not (Test-Path -LiteralPath $path)) { continue }
        $key = Get-Item -LiteralPath $path
        $key.GetValueNames() | ForEach-Object { [string] $key.GetValue($_) } | Where-Object { $_ -match '\\Facteur\\outlook\\[^\\]+\\autodiscover\.xml$' }
    }
}

function Test-Remaining {
    foreach ($name in $names) {
        if (Test-Path -LiteralPath (Join-Path -Path (Join-Path -Path $shared -ChildPath $name) -ChildPath 'autodiscover.xml')) { return $true }
    }
    foreach ($version in $versions) {
        if (Test-Ours (Get-Value (Get-KeyPath $version 'AutoDiscover') $domain)) { return $true }
    }
    return @(Get-OurPath).Count -eq 0 -and (Test-Path -LiteralPath $notes)
}

try {
    if (-not (Test-Remaining)) {
        Write-Output 'There was nothing to remove.'
        exit 0
    }
    Write-Output 'There is something to remove.'
}
catch {
    Write-Output $_.Exception.Message
}
exit 1
