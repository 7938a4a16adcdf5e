# SPDX-License-Identifier: MIT
# A guest report with Invoke-RestMethod, with the habits of the sample on Microsoft's page "Handling
# errors in Microsoft Graph API requests with Invoke-RestMethod": it repeats a 403 three times, two
# seconds apart, gives up on everything else, and looks for the next page in a variable that nothing
# ever sets.
param([string] $TenantId, [string] $Uri, [string] $Token = '')

$clientId = '11111111-2222-3333-4444-555555555555'
$clientSecret = 'correct-horse'

function Get-AccessToken {
    $form = @{
        client_id     = $clientId
        client_secret = $clientSecret
        scope         = 'https://graph.microsoft.com/.default'
        grant_type    = 'client_credentials'
    }
    $address = "https://login.microsoftonline.com/$TenantId/oauth2/v2.0/token"
    $answer = Invoke-WebRequest -Method Post -Uri $address -Body $form -UseBasicParsing `
        -ContentType 'application/x-www-form-urlencoded'
    return ($answer.Content | ConvertFrom-Json).access_token
}

if ($Token -eq '') {
    $Token = Get-AccessToken
}
$retries = 0
$result = $null
while ($null -ne $Uri -and $Uri -ne '') {
    try {
        $result = Invoke-RestMethod -Method Get -Uri $Uri -ContentType 'application/json' `
            -Headers @{ Authorization = "Bearer $Token" }
        $Uri = $query.'@odata.nextLink'
    }
    catch {
        $status = $_.Exception.Response.StatusCode.value__
        if ($status -eq 403 -and $retries -lt 3) {
            $retries += 1
            Start-Sleep -Seconds 2
        }
        else {
            $Uri = $null
        }
    }
}
"$(@($result.value | Where-Object { $null -ne $_ }).Count) guests"
