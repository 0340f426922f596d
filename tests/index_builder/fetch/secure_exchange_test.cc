// HTTPS over loopback, with a certificate that the test makes: whom is trusted, and whom not.

#include <gmock/gmock.h>
#include <httplib.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <thread>

#include "index_builder/fetch/httplib_exchange.h"
#include "tests/support/scratch_folder.h"

namespace waypost::fetch {
namespace {

using ::testing::HasSubstr;

// Signed by itself, for 127.0.0.1 and no other host.
class OwnCertificate {
 public:
  OwnCertificate() : key_(EVP_EC_gen("P-256")), certificate_(X509_new()) {
    X509_set_version(certificate_, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate_), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate_), -60);
    X509_gmtime_adj(X509_getm_notAfter(certificate_), 24 * 60 * 60);
    X509_set_pubkey(certificate_, key_);
    X509_set_issuer_name(certificate_, X509_get_subject_name(certificate_));
    Extend(NID_basic_constraints, "critical,CA:TRUE");
    Extend(NID_subject_alt_name, "IP:127.0.0.1");
    EXPECT_GT(X509_sign(certificate_, key_, EVP_sha256()), 0);
  }
  ~OwnCertificate() {
    X509_free(certificate_);
    EVP_PKEY_free(key_);
  }

  X509* certificate() const { return certificate_; }
  EVP_PKEY* key() const { return key_; }

  void Write(const std::string& path) const {
    std::FILE* const file = std::fopen(path.c_str(), "w");
    ASSERT_NE(file, nullptr);
    EXPECT_EQ(PEM_write_X509(file, certificate_), 1);
    std::fclose(file);
  }

 private:
  void Extend(int kind, const char* value) {
    X509_EXTENSION* const extension = X509V3_EXT_conf_nid(nullptr, nullptr, kind, value);
    EXPECT_EQ(X509_add_ext(certificate_, extension, -1), 1);
    X509_EXTENSION_free(extension);
  }

  EVP_PKEY* const key_;
  X509* const certificate_;
};

class SecureExchangeTest : public ::testing::Test {
 protected:
  SecureExchangeTest() {
    server_.Get("/services", [](const httplib::Request&, httplib::Response& response) {
      response.set_content("{}", "application/json");
    });
    port_ = server_.bind_to_any_port("127.0.0.1");
    thread_ = std::thread([this] { server_.listen_after_bind(); });
    while (!server_.is_running()) std::this_thread::yield();  // or it would not hear stop()
  }
  ~SecureExchangeTest() override {
    server_.stop();
    thread_.join();
  }

  absl::StatusOr<HttpAnswer> Get(const std::string& host, const std::string& trusted) {
    HttplibExchange exchange({.limits = {}, .certificates = trusted});
    return exchange.Get(*Url::Parse("https://" + host + ":" + std::to_string(port_) + "/services"));
  }

  const testing::ScratchFolder folder_;
  const OwnCertificate certificate_;
  httplib::SSLServer server_{certificate_.certificate(), certificate_.key()};
  int port_ = 0;
  std::thread thread_;
};

TEST_F(SecureExchangeTest, WhoseAuthorityIsTrustedIsRead) {
  certificate_.Write(folder_.Path("authority.pem"));
  const auto answer = Get("127.0.0.1", folder_.Path("authority.pem"));
  ASSERT_TRUE(answer.ok()) << answer.status();
  EXPECT_EQ(answer->status, 200);
  EXPECT_EQ(answer->body, "{}");
}

TEST_F(SecureExchangeTest, AnUnknownAuthorityIsNotTrusted) {
  const auto answer = Get("127.0.0.1", "");
  EXPECT_EQ(answer.status().code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_THAT(MessageOf(answer.status()), HasSubstr("not trusted"));
}

TEST_F(SecureExchangeTest, ACertificateIsForItsHostOnly) {
  certificate_.Write(folder_.Path("authority.pem"));
  EXPECT_EQ(Get("localhost", folder_.Path("authority.pem")).status().code(),
            absl::StatusCode::kFailedPrecondition);
}

TEST_F(SecureExchangeTest, AMissingFileOfAuthoritiesIsSaid) {
  EXPECT_EQ(Get("127.0.0.1", folder_.Path("none.pem")).status().code(),
            absl::StatusCode::kFailedPrecondition);
}

}  // namespace
}  // namespace waypost::fetch
