# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# shellcheck disable=SC2154 # server.sh sets folder and control
# The certificate that an app signs its assertions with; sourced after server.sh.

make_certificate() { # CERTIFICATE, PRIVATE_KEY and CERTIFICATE_AND_KEY name the files then
  export CERTIFICATE=$folder/app.pem PRIVATE_KEY=$folder/app.key CERTIFICATE_AND_KEY=$folder/app-both.pem
  openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=app \
    -keyout "$PRIVATE_KEY" -out "$CERTIFICATE" 2>/dev/null
  cat "$PRIVATE_KEY" "$CERTIFICATE" >"$CERTIFICATE_AND_KEY"
}
