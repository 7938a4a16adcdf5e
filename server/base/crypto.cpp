// SPDX-License-Identifier: MIT
#include "base/crypto.hpp"

#include "base/libcrypto.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/obj_mac.h>
#include <openssl/param_build.h>
#include <openssl/params.h>

#include <array>
#include <cstdlib>
#include <utility>

namespace graphfault {
namespace {

constexpr std::size_t kScalarBytes = 32;

using Number = Owned<BIGNUM, BN_free>;
using Arithmetic = Owned<BN_CTX, BN_CTX_free>;
using Group = Owned<EC_GROUP, EC_GROUP_free>;
using Point = Owned<EC_POINT, EC_POINT_free>;
using PublicKey = Owned<EVP_PKEY, EVP_PKEY_free>;

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

const EVP_MD* sha256_method() {
  static const EVP_MD* const method = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  demand(method != nullptr);
  return method;
}

Number number_of(std::string_view big_endian) {
  Number number(BN_bin2bn(bytes_of(big_endian), static_cast<int>(big_endian.size()), nullptr));
  demand(number != nullptr);
  return number;
}

Number new_number() {
  Number number(BN_new());
  demand(number != nullptr);
  return number;
}

std::string padded(const BIGNUM* number) {
  std::string out(kScalarBytes, '\0');
  demand(BN_bn2binpad(number, bytes_of(out), static_cast<int>(out.size())) >= 0);
  return out;
}

std::string hmac_sha256(std::string_view key, std::string_view data) {
  std::string out(kScalarBytes, '\0');
  demand(HMAC(sha256_method(), key.data(), static_cast<int>(key.size()), bytes_of(data),
              data.size(), bytes_of(out), nullptr) != nullptr);
  return out;
}

/// The stream of nonces of RFC 6979 section 3.2 for one key and message hash.
class NonceStream {
 public:
  NonceStream(std::string_view scalar, std::string_view reduced_hash)
      : value_(kScalarBytes, '\1'), key_(kScalarBytes, '\0') {
    const std::string seed = std::string(scalar).append(reduced_hash);
    step('\0', seed);
    step('\1', seed);
  }

  std::string next() {
    value_ = hmac_sha256(key_, value_);
    std::string nonce = value_;
    step('\0', {});
    return nonce;
  }

 private:
  void step(char mark, std::string_view seed) {
    key_ = hmac_sha256(key_, std::string(value_).append(1, mark).append(seed));
    value_ = hmac_sha256(key_, value_);
  }

  std::string value_;
  std::string key_;
};

}  // namespace

struct SigningKey::Key {
  Group group{EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1)};
  Number scalar{};
  std::string x{};
  std::string y{};
  PublicKey verifier{};

  const BIGNUM* order() const { return EC_GROUP_get0_order(group.get()); }
};

namespace {

struct Coordinates {
  Number x = new_number();
  Number y = new_number();
};

/// scalar times the generator.
Coordinates multiply(const EC_GROUP* group, const BIGNUM* scalar, BN_CTX* arithmetic) {
  const Point point(EC_POINT_new(group));
  Coordinates out;
  demand(point && EC_POINT_mul(group, point.get(), scalar, nullptr, nullptr, arithmetic) == 1 &&
         EC_POINT_get_affine_coordinates(group, point.get(), out.x.get(), out.y.get(),
                                         arithmetic) == 1);
  return out;
}

PublicKey verifier_of(std::string_view x, std::string_view y) {
  std::string point = std::string(1, '\4').append(x).append(y);
  std::string curve = "prime256v1";
  std::array<OSSL_PARAM, 3> parameters = {
      OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, curve.data(), 0),
      OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()),
      OSSL_PARAM_construct_end()};
  const Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free> context(
      EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
  EVP_PKEY* key = nullptr;
  demand(context && EVP_PKEY_fromdata_init(context.get()) == 1 &&
         EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.data()) == 1);
  return PublicKey(key);
}

/// r and s as the DER that libcrypto verifies; empty where they cannot be encoded.
std::string der_of(std::string_view signature) {
  const Owned<ECDSA_SIG, ECDSA_SIG_free> pair(ECDSA_SIG_new());
  Number r = number_of(signature.substr(0, kScalarBytes));
  Number s = number_of(signature.substr(kScalarBytes));
  demand(pair && ECDSA_SIG_set0(pair.get(), r.release(), s.release()) == 1);
  const int size = i2d_ECDSA_SIG(pair.get(), nullptr);
  if (size <= 0) {
    return {};
  }
  std::string out(static_cast<std::size_t>(size), '\0');
  unsigned char* cursor = bytes_of(out);
  i2d_ECDSA_SIG(pair.get(), &cursor);
  return out;
}

}  // namespace

std::string sha256(std::string_view bytes) {
  std::string out(kScalarBytes, '\0');
  demand(EVP_Digest(bytes.data(), bytes.size(), bytes_of(out), nullptr, sha256_method(), nullptr) ==
         1);
  return out;
}

SigningKey::SigningKey(std::shared_ptr<const Key> key) : key_(std::move(key)) {}

SigningKey SigningKey::from_phrase(std::string_view phrase) { return from_scalar(sha256(phrase)); }

SigningKey SigningKey::from_scalar(std::string_view scalar) {
  auto key = std::make_shared<Key>();
  const Arithmetic arithmetic(BN_CTX_new());
  demand(key->group && arithmetic);
  key->scalar = number_of(scalar);
  demand(BN_nnmod(key->scalar.get(), key->scalar.get(), key->order(), arithmetic.get()) == 1);
  if (BN_is_zero(key->scalar.get())) {
    demand(BN_one(key->scalar.get()) == 1);
  }
  const Coordinates point = multiply(key->group.get(), key->scalar.get(), arithmetic.get());
  key->x = padded(point.x.get());
  key->y = padded(point.y.get());
  key->verifier = verifier_of(key->x, key->y);
  return SigningKey(std::move(key));
}

std::string SigningKey::sign(std::string_view message) const {
  const BIGNUM* const order = key_->order();
  const Arithmetic arithmetic(BN_CTX_new());
  demand(arithmetic != nullptr);
  BN_CTX* const work = arithmetic.get();
  const Number hash = number_of(sha256(message));
  const Number reduced = new_number();
  demand(BN_nnmod(reduced.get(), hash.get(), order, work) == 1);

  NonceStream nonces(padded(key_->scalar.get()), padded(reduced.get()));
  while (true) {
    const Number nonce = number_of(nonces.next());
    if (BN_is_zero(nonce.get()) || BN_cmp(nonce.get(), order) >= 0) {
      continue;
    }
    const Number r = std::move(multiply(key_->group.get(), nonce.get(), work).x);
    const Number s = new_number();
    const Number inverse = new_number();
    demand(BN_nnmod(r.get(), r.get(), order, work) == 1 &&
           BN_mod_inverse(inverse.get(), nonce.get(), order, work) != nullptr &&
           BN_mod_mul(s.get(), r.get(), key_->scalar.get(), order, work) == 1 &&
           BN_mod_add(s.get(), s.get(), reduced.get(), order, work) == 1 &&
           BN_mod_mul(s.get(), s.get(), inverse.get(), order, work) == 1);
    if (!BN_is_zero(r.get()) && !BN_is_zero(s.get())) {
      return padded(r.get()) + padded(s.get());
    }
  }
}

bool SigningKey::verify(std::string_view message, std::string_view signature) const {
  if (signature.size() != 2 * kScalarBytes) {
    return false;
  }
  const std::string der = der_of(signature);
  const Owned<EVP_MD_CTX, EVP_MD_CTX_free> context(EVP_MD_CTX_new());
  demand(context && EVP_DigestVerifyInit_ex(context.get(), nullptr, "SHA256", nullptr, nullptr,
                                            key_->verifier.get(), nullptr) == 1);
  return EVP_DigestVerify(context.get(), bytes_of(der), der.size(), bytes_of(message),
                          message.size()) == 1;
}

std::string SigningKey::x() const { return key_->x; }
std::string SigningKey::y() const { return key_->y; }

}  // namespace graphfault
