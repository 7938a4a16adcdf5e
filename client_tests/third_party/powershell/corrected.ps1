# SPDX-License-Identifier: MIT
# The guest report, as Graph asks for it: every page, waits as long as it is told, a new token once
# after a 401, and no second try of what cannot succeed.
param([string] $TenantId, [string] $Uri, [string] $Token = '')

$clientId = '11111111-2222-3333-4444-555555555555'
$clientSecret = 'correct-horse'
$mostRetries = 3

function Get-AccessToken {
    $form = @{
        client_id     = $clientId
        client_secret = $clientSecret
        scope         = 'https://graph.microsoft.com/.default'
        grant_type    = 'client_credentials'
    }
    $address = "https://login.microsoftonline.com/$TenantId/oauth2/v2.0/token"
    return (Invoke-RestMethod -Method Post -Uri $address -Body $form).access_token
}

# Retry-After in seconds, as a number or as a date; without one the waits double.
function Get-Pause ($Headers, [int] $Attempt) {
    $text = "$($Headers['Retry-After'])"
    $seconds = 0.0
    $style = [Globalization.NumberStyles]::Float
    $culture = [Globalization.CultureInfo]::InvariantCulture
    if ([double]::TryParse($text, $style, $culture, [ref] $seconds)) {
        return $seconds
    }
    $date = [DateTimeOffset]::MinValue
    if ([DateTimeOffset]::TryParse($text, $culture, [Globalization.DateTimeStyles]::None, [ref] $date)) {
        return [Math]::Max(0, ($date - [DateTimeOffset]::UtcNow).TotalSeconds)
    }
    return [Math]::Pow(2, $Attempt)
}

$handedToken = $Token -ne ''
if (-not $handedToken) {
    $Token = Get-AccessToken
}
$guests = @()
$attempt = 0
$renewed = $handedToken
while ($Uri) {
    $headers = @{ Authorization = "Bearer $Token"; 'client-request-id' = [guid]::NewGuid().ToString() }
    $answer = Invoke-RestMethod -Method Get -Uri $Uri -Headers $headers -SkipHttpErrorCheck `
        -StatusCodeVariable status -ResponseHeadersVariable answerHeaders
    if ($status -eq 200) {
        $guests += $answer.value
        $Uri = $answer.'@odata.nextLink'
        $attempt = 0
    }
    elseif ($status -in 429, 503, 504, 509 -and $attempt -lt $mostRetries) {
        $attempt += 1
        Start-Sleep -Milliseconds ([int] [Math]::Ceiling(1000 * (Get-Pause $answerHeaders $attempt)))
    }
    elseif ($status -eq 401 -and -not $renewed) {
        $renewed = $true
        $Token = Get-AccessToken
    }
    else {
        "$($guests.Count) guests, then $status $($answer.error.code)"
        exit 1
    }
}
"$($guests.Count) guests"
