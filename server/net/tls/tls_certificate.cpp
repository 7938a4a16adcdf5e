// SPDX-License-Identifier: MIT
#include "net/tls/tls_certificate.hpp"

#include "http/host.hpp"
#include "net/tls/tls_openssl.hpp"

#include <openssl/rand.h>

#include <algorithm>
#include <ctime>
#include <optional>

namespace graphfault::net {
namespace {

constexpr std::chrono::days kAuthorityDays{3652};
constexpr std::chrono::days kOneDay{1};
constexpr std::size_t kSerialBytes = 16;
constexpr std::size_t kLongestName = 253;

std::time_t seconds_of(Instant instant) {
  return std::chrono::duration_cast<std::chrono::seconds>(instant.time_since_epoch()).count();
}

Key make_key() {
  Key key(EVP_EC_gen("P-256"));
  demand(key != nullptr);
  return key;
}

/// Random and positive, so that no client meets two certificates of one issuer and number.
void set_serial(X509* certificate) {
  std::array<unsigned char, kSerialBytes> bytes{};
  demand(RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) == 1);
  bytes[0] = (bytes[0] & 0x7FU) | 0x40U;
  const Owned<BIGNUM, BN_free> number(
      BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr));
  demand(number != nullptr &&
         BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr);
}

void set_validity(X509* certificate, Instant from, Instant until) {
  demand(ASN1_TIME_set(X509_getm_notBefore(certificate), seconds_of(from)) != nullptr &&
         ASN1_TIME_set(X509_getm_notAfter(certificate), seconds_of(until)) != nullptr);
}

void set_subject(X509* certificate, const std::string& common_name) {
  X509_NAME* const name = X509_get_subject_name(certificate);
  const auto add = [name](const char* field, const std::string& value) {
    demand(X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8,
                                      reinterpret_cast<const unsigned char*>(value.data()),
                                      static_cast<int>(value.size()), -1, 0) == 1);
  };
  add("O", "graphfault");
  add("CN", common_name);
}

/// False where OpenSSL doesn't take the value.
bool add_extension(X509* certificate, X509* issuer, int kind, const std::string& value) {
  X509V3_CTX context{};
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  const Owned<X509_EXTENSION, X509_EXTENSION_free> extension(
      X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str()));
  return extension != nullptr && X509_add_ext(certificate, extension.get(), -1) == 1;
}

/// All of a certificate that does not depend on what it is for.
Certificate begin_certificate(EVP_PKEY* key, const std::string& common_name, Instant from,
                              Instant until) {
  Certificate certificate(X509_new());
  demand(certificate != nullptr && X509_set_version(certificate.get(), X509_VERSION_3) == 1 &&
         X509_set_pubkey(certificate.get(), key) == 1);
  set_serial(certificate.get());
  set_validity(certificate.get(), from, until);
  set_subject(certificate.get(), common_name);
  return certificate;
}

std::string pem_of(X509* certificate) {
  const Bio bio(BIO_new(BIO_s_mem()));
  demand(bio != nullptr && PEM_write_bio_X509(bio.get(), certificate) == 1);
  return text_of(bio.get());
}

std::string pem_of(EVP_PKEY* key) {
  const Bio bio(BIO_new(BIO_s_mem()));
  demand(bio != nullptr &&
         PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1);
  return text_of(bio.get());
}

/// Nobody is asked for a passphrase: a server may have no terminal.
int no_passphrase(char* /*to*/, int /*size*/, int /*writing*/, void* /*data*/) { return -1; }

Certificate read_certificate(std::string_view pem) {
  Certificate certificate(PEM_read_bio_X509(reading(pem).get(), nullptr, no_passphrase, nullptr));
  ERR_clear_error();
  return certificate;
}

Key read_key(std::string_view pem) {
  Key key(PEM_read_bio_PrivateKey(reading(pem).get(), nullptr, no_passphrase, nullptr));
  ERR_clear_error();
  return key;
}

struct Signer {
  Certificate certificate{};
  Key key{};
};

Result<Signer> read_signer(const Credentials& credentials) {
  Signer signer{.certificate = read_certificate(credentials.certificates),
                .key = read_key(credentials.key)};
  if (!signer.certificate) {
    return fail("no certificate can be read (PEM is expected)");
  }
  if (!signer.key) {
    return fail("no private key can be read (PEM without a passphrase is expected)");
  }
  if (X509_check_private_key(signer.certificate.get(), signer.key.get()) != 1) {
    ERR_clear_error();
    return fail("the private key does not fit the certificate");
  }
  return signer;
}

Instant instant_of(const ASN1_TIME* time) {
  std::tm parts{};
  demand(ASN1_TIME_to_tm(time, &parts) == 1);
  return Instant(std::chrono::seconds(timegm(&parts)));
}

std::string common_name_of(X509* certificate) {
  std::array<char, 256> name{};
  const int size = X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), NID_commonName,
                                             name.data(), static_cast<int>(name.size()));
  return size < 0 ? std::string() : std::string(name.data(), static_cast<std::size_t>(size));
}

std::string alternative_names(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) {
    text +=
        (text.empty() ? "" : ",") + std::string(http::is_ip_address(name) ? "IP:" : "DNS:") + name;
  }
  return text;
}

}  // namespace

Credentials make_authority(Instant now, std::string_view name) {
  const Key key = make_key();
  const Certificate made =
      begin_certificate(key.get(), std::string(name), now - kOneDay, now + kAuthorityDays);
  X509* const self = made.get();
  demand(X509_set_issuer_name(self, X509_get_subject_name(self)) == 1 &&
         add_extension(self, self, NID_basic_constraints, "critical,CA:TRUE,pathlen:0") &&
         add_extension(self, self, NID_key_usage, "critical,keyCertSign,cRLSign") &&
         add_extension(self, self, NID_subject_key_identifier, "hash") &&
         X509_sign(self, key.get(), EVP_sha256()) > 0);
  return {.certificates = pem_of(self), .key = pem_of(key.get())};
}

Result<Credentials> issue(const Credentials& authority, const CertificateOrder& order) {
  const auto signer = read_signer(authority);
  if (!signer) {
    return tl::unexpected(signer.error());
  }
  X509* const issuer = signer->certificate.get();
  const Key key = make_key();
  const Certificate made = begin_certificate(key.get(), "graphfault", order.from, order.until);
  X509* const leaf = made.get();
  const auto stray = std::find_if_not(order.names.begin(), order.names.end(), is_certificate_name);
  if (stray != order.names.end() ||
      !add_extension(leaf, issuer, NID_subject_alt_name, alternative_names(order.names))) {
    ERR_clear_error();
    return fail("a certificate can't be for '" +
                (stray == order.names.end() ? alternative_names(order.names) : *stray) + "'");
  }
  demand(X509_set_issuer_name(leaf, X509_get_subject_name(issuer)) == 1 &&
         add_extension(leaf, issuer, NID_basic_constraints, "critical,CA:FALSE") &&
         add_extension(leaf, issuer, NID_key_usage, "critical,digitalSignature") &&
         add_extension(leaf, issuer, NID_ext_key_usage, "serverAuth") &&
         add_extension(leaf, issuer, NID_subject_key_identifier, "hash") &&
         add_extension(leaf, issuer, NID_authority_key_identifier, "keyid") &&
         X509_sign(leaf, signer->key.get(), EVP_sha256()) > 0);
  return Credentials{.certificates = pem_of(leaf) + pem_of(issuer), .key = pem_of(key.get())};
}

Result<CertificateFacts> inspect(const Credentials& credentials) {
  const auto signer = read_signer(credentials);
  if (!signer) {
    return tl::unexpected(signer.error());
  }
  X509* const certificate = signer->certificate.get();
  return CertificateFacts{.subject = common_name_of(certificate),
                          .from = instant_of(X509_get0_notBefore(certificate)),
                          .until = instant_of(X509_get0_notAfter(certificate)),
                          .is_authority = X509_check_ca(certificate) == 1};
}

bool is_certificate_name(std::string_view name) {
  if (http::is_ip_address(name)) {
    const Owned<ASN1_OCTET_STRING, ASN1_OCTET_STRING_free> bytes(
        a2i_IPADDRESS(std::string(name).c_str()));
    return bytes != nullptr;
  }
  if (name.starts_with("*.")) {
    name.remove_prefix(2);
  }
  const auto is_fit = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
  };
  return !name.empty() && name.size() <= kLongestName && name.front() != '.' &&
         name.back() != '.' && name.find("..") == std::string_view::npos &&
         std::all_of(name.begin(), name.end(), is_fit);
}

Result<std::string> first_certificate(std::string_view certificates) {
  const Certificate certificate = read_certificate(certificates);
  if (!certificate) {
    return fail("no certificate can be read (PEM is expected)");
  }
  return pem_of(certificate.get());
}

}  // namespace graphfault::net
