// SPDX-License-Identifier: MIT
#include "base/crypto.hpp"

#include <gtest/gtest.h>

#include <charconv>
#include <vector>

namespace graphfault {
namespace {

std::string from_hex(std::string_view hex) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    unsigned value = 0;
    std::from_chars(hex.data() + i, hex.data() + i + 2, value, 16);
    bytes += static_cast<char>(static_cast<unsigned char>(value));
  }
  return bytes;
}

TEST(Sha256, MatchesPublishedDigests) {  // FIPS 180-2, appendix B
  EXPECT_EQ(sha256(""),
            from_hex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
  EXPECT_EQ(sha256("abc"),
            from_hex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
}

// RFC 6979 appendix A.2.5.
struct Vector {
  std::string_view message;
  std::string_view r;
  std::string_view s;
};
constexpr std::string_view kScalar =
    "C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721";
constexpr Vector kVectors[] = {
    {"sample", "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716",
     "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8"},
    {"test", "F1ABB023518351CD71D881567B1EA663ED3EFCF6C5132B354F28D3B0B7D38367",
     "019F4113742A2B14BD25926B49C649155F267E60D3814B4C0CC84250E46F0083"},
};

TEST(SigningKey, HasThePublishedPoint) {
  const SigningKey key = SigningKey::from_scalar(from_hex(kScalar));
  EXPECT_EQ(key.x(), from_hex("60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6"));
  EXPECT_EQ(key.y(), from_hex("7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299"));
}

TEST(SigningKey, SignsAsPublished) {
  const SigningKey key = SigningKey::from_scalar(from_hex(kScalar));
  for (const Vector& vector : kVectors) {
    const std::string signature = key.sign(vector.message);
    EXPECT_EQ(signature, from_hex(vector.r) + from_hex(vector.s)) << vector.message;
    EXPECT_TRUE(key.verify(vector.message, signature));
  }
}

TEST(SigningKey, TheSamePhraseIsTheSameKey) {
  const SigningKey one = SigningKey::from_phrase("a phrase");
  const SigningKey two = SigningKey::from_phrase("a phrase");
  const SigningKey other = SigningKey::from_phrase("another phrase");
  EXPECT_EQ(one.x(), two.x());
  EXPECT_EQ(one.sign("text"), two.sign("text"));
  EXPECT_TRUE(two.verify("text", one.sign("text")));
  EXPECT_NE(one.x(), other.x());
  EXPECT_FALSE(other.verify("text", one.sign("text")));
}

TEST(SigningKey, ScalarsOutsideTheGroupStillMakeAKey) {
  const std::string order =
      from_hex("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551");
  for (const std::string& scalar : {std::string(32, '\0'), std::string(32, '\xff'), order}) {
    const SigningKey key = SigningKey::from_scalar(scalar);
    EXPECT_TRUE(key.verify("text", key.sign("text")));
  }
}

TEST(SigningKey, VerifyRefusesWhatItDidNotSign) {
  const SigningKey key = SigningKey::from_phrase("a phrase");
  const std::string good = key.sign("text");
  std::string flipped = good;
  flipped.back() = static_cast<char>(flipped.back() ^ 1);
  const std::vector<std::string> bad = {"",
                                        "short",
                                        good.substr(1),
                                        good + '\0',
                                        flipped,
                                        std::string(64, '\0'),
                                        std::string(64, '\xff')};
  EXPECT_FALSE(key.verify("other text", good));
  for (const std::string& signature : bad) {
    EXPECT_FALSE(key.verify("text", signature)) << signature.size();
  }
}

}  // namespace
}  // namespace graphfault
