#include "index_builder/main/validate_command.h"

#include <unistd.h>

#include <charconv>
#include <chrono>
#include <cstdio>

#include "engine/core/ascii.h"
#include "engine/core/atomic_file.h"
#include "index_builder/fetch/httplib_exchange.h"
#include "index_builder/fetch/polite_client.h"
#include "index_builder/main/progress.h"
#include "index_builder/main/validation_report.h"
#include "index_builder/validate/validate_feed.h"
#include "index_builder/validate/validate_file.h"

namespace waypost::builder {
namespace {

using validate::Severity;
using validate::Validation;
using validate::ValidationOptions;

// Moves the line on the terminal.
class ProgressLine {
 public:
  ProgressLine() : progress_(::isatty(STDERR_FILENO) == 1) {}

  void Show(std::string_view what, std::uint64_t done, std::uint64_t total) {
    if (what != what_) {
      what_ = what;
      done_ = 0;
      progress_.Begin(what_, total);
    }
    if (done > done_) progress_.Advance(done - done_);
    done_ = std::max(done, done_);
  }

 private:
  Progress progress_;
  std::string what_;
  std::uint64_t done_ = 0;
};

// "all" is nullopt inside.
absl::StatusOr<std::optional<std::uint64_t>> ReadLimit(std::string_view option,
                                                       std::string_view text) {
  if (text == "all") return std::optional<std::uint64_t>();
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc() && end == text.data() + text.size()) {
    return std::optional<std::uint64_t>(number);
  }
  std::string message(option);
  message += ": give a whole number or \"all\"";
  return InvalidArgument(message);
}

absl::StatusOr<ValidationOptions> OptionsOf(const ValidateArguments& arguments) {
  ValidationOptions options;
  if (arguments.standard == "1.0") options.standard = validate::Standard::kV1;
  if (arguments.standard == "3.0") options.standard = validate::Standard::kV3;
  options.today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  if (!arguments.as_of.empty()) {
    const std::optional<Date> as_of = ParseIsoDate(arguments.as_of);
    if (!as_of) return InvalidArgument("--as-of: give a date such as 2026-11-21");
    options.today = *as_of;
  }
  options.per_page = arguments.per_page;
  ASSIGN_OR_RETURN(options.details, ReadLimit("--details", arguments.details));
  ASSIGN_OR_RETURN(options.self_tests, ReadLimit("--self-tests", arguments.self_tests));
  return options;
}

bool IsAddress(std::string_view target) {
  const std::string beginning = LowerCase(target.substr(0, 8));
  return beginning.starts_with("http://") || beginning.starts_with("https://");
}

absl::StatusOr<Validation> ValidateAddress(const fetch::Url& url,
                                           const ValidateArguments& arguments,
                                           const ValidationOptions& options) {
  fetch::ExchangeOptions exchange_options;
  exchange_options.limits.read = std::chrono::seconds(arguments.timeout);
  exchange_options.limits.total = 4 * exchange_options.limits.read;
  exchange_options.certificates = arguments.certificates;
  exchange_options.user_agent = "Waypost/" WAYPOST_VERSION " (waypost-index validate)";
  fetch::HttplibExchange exchange(std::move(exchange_options));
  fetch::SystemFetchClock clock;
  std::unique_ptr<fetch::AnswerStore> store;
  if (!arguments.resume.empty()) {
    ASSIGN_OR_RETURN(store, fetch::AnswerStore::Open(arguments.resume, url.Text()));
  }
  fetch::PoliteClient client(exchange, clock, {.requests_per_second = arguments.rate}, store.get());
  return validate::ValidateFeed(url, options, client);
}

absl::Status WriteReport(const std::string& report, const std::string& path) {
  if (path.empty()) {
    const bool written = std::fwrite(report.data(), 1, report.size(), stdout) == report.size();
    return written && std::fflush(stdout) == 0
               ? absl::OkStatus()
               : Internal("the report cannot be written to standard output");
  }
  ASSIGN_OR_RETURN(AtomicFile file, AtomicFile::Create(path));
  RETURN_IF_ERROR(file.Append(report));
  return file.Commit();
}

int Tell(const absl::Status& status, int code) {
  std::fprintf(stderr, "waypost-index: %s\n", MessageOf(status).c_str());
  return code;
}

}  // namespace

int Validate(const ValidateArguments& arguments) {
  absl::StatusOr<ValidationOptions> options = OptionsOf(arguments);
  if (!options.ok()) return Tell(options.status(), kValidateMisused);
  absl::StatusOr<Validation> validation = [&]() -> absl::StatusOr<Validation> {
    ProgressLine line;
    options->progress = [&line](std::string_view what, std::uint64_t done, std::uint64_t total) {
      line.Show(what, done, total);
    };
    if (!IsAddress(arguments.target)) {
      return validate::ValidateFile(arguments.target, *options);
    }
    ASSIGN_OR_RETURN(const fetch::Url url, fetch::Url::Parse(arguments.target));
    return ValidateAddress(url, arguments, *options);
  }();
  if (!validation.ok()) return Tell(validation.status(), kFeedUnreadable);
  const absl::Status written =
      WriteReport(arguments.format == "json" ? JsonReport(*validation) : TextReport(*validation),
                  arguments.out);
  if (!written.ok()) return Tell(written, kFeedUnreadable);
  const validate::FindingList& findings = validation->findings;
  const std::uint64_t faults =
      findings.Count(Severity::kError, validation->standard) +
      (arguments.strict ? findings.Count(Severity::kWarning, validation->standard) : 0);
  return faults == 0 ? kFeedClean : kFeedFaulty;
}

}  // namespace waypost::builder
