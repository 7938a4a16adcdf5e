// SPDX-License-Identifier: MIT
// A PKCS#12 file as Java's keytool writes one for a trusted certificate: without the attribute that
// says so, Java finds nothing in it.
#include "net/tls/tls_truststore.hpp"

#include "net/tls/tls_openssl.hpp"

#include <openssl/objects.h>

namespace graphfault::net {
namespace {

constexpr const char* kTrustedKeyUsage = "2.16.840.1.113894.746875.1.1";
constexpr const char* kAnyUsage = "2.5.29.37.0";
constexpr int kIterations = 10'000;

using Object = Owned<ASN1_OBJECT, ASN1_OBJECT_free>;
using Store = Owned<PKCS12, PKCS12_free>;

void free_bags(STACK_OF(PKCS12_SAFEBAG) * bags) {
  sk_PKCS12_SAFEBAG_pop_free(bags, PKCS12_SAFEBAG_free);
}
void free_safes(STACK_OF(PKCS7) * safes) { sk_PKCS7_pop_free(safes, PKCS7_free); }

void mark_trusted(PKCS12_SAFEBAG* bag) {
  const Object usage(OBJ_txt2obj(kAnyUsage, 1));
  // A size of -1 says that the data is an object, not bytes.
  demand(usage != nullptr &&
         PKCS12_add1_attr_by_txt(bag, kTrustedKeyUsage, V_ASN1_OBJECT,
                                 reinterpret_cast<const unsigned char*>(usage.get()), -1) == 1);
}

std::string der_of(PKCS12* store) {
  const Bio bio(BIO_new(BIO_s_mem()));
  demand(bio != nullptr && i2d_PKCS12_bio(bio.get(), store) == 1);
  return text_of(bio.get());
}

}  // namespace

Result<std::string> truststore(std::string_view certificate, const std::string& password) {
  const Certificate read(PEM_read_bio_X509(reading(certificate).get(), nullptr, nullptr, nullptr));
  if (!read) {
    ERR_clear_error();
    return fail("no certificate can be read (PEM is expected)");
  }
  constexpr std::string_view kAlias = "graphfault";
  demand(X509_alias_set1(read.get(), reinterpret_cast<const unsigned char*>(kAlias.data()),
                         static_cast<int>(kAlias.size())) == 1);
  STACK_OF(PKCS12_SAFEBAG)* raw_bags = nullptr;
  PKCS12_SAFEBAG* const bag = PKCS12_add_cert(&raw_bags, read.get());
  const Owned<STACK_OF(PKCS12_SAFEBAG), free_bags> bags(raw_bags);
  demand(bag != nullptr);
  mark_trusted(bag);
  STACK_OF(PKCS7)* raw_safes = nullptr;
  const bool added =
      PKCS12_add_safe(&raw_safes, bags.get(), NID_aes_256_cbc, kIterations, password.c_str()) == 1;
  const Owned<STACK_OF(PKCS7), free_safes> safes(raw_safes);
  demand(added);
  const Store store(PKCS12_add_safes(safes.get(), 0));
  demand(store != nullptr && PKCS12_set_mac(store.get(), password.c_str(), -1, nullptr, 0,
                                            kIterations, EVP_sha256()) == 1);
  return der_of(store.get());
}

}  // namespace graphfault::net
