#include "index_builder/main/progress.h"

#include <cmath>
#include <cstdio>

namespace waypost::builder {
namespace {

std::string Duration(double seconds) {
  const auto whole = std::lround(seconds);
  if (whole < 60) return std::to_string(whole) + " s";
  return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
}

}  // namespace

Progress::Progress(bool to_terminal) : to_terminal_(to_terminal) {
  if (!to_terminal_) return;
  drawer_ = std::thread([this] {
    std::unique_lock lock(mutex_);
    while (!stopping_) {
      if (!what_.empty()) Draw();
      wake_.wait_for(lock, std::chrono::milliseconds(250));
    }
    std::fputs("\r\033[K", stderr);
  });
}

Progress::~Progress() {
  if (!to_terminal_) return;
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  drawer_.join();
}

void Progress::Begin(const std::string& what, std::uint64_t total) {
  const std::lock_guard lock(mutex_);
  what_ = what;
  total_ = total;
  done_ = 0;
  records_ = 0;
  begun_ = std::chrono::steady_clock::now();
}

void Progress::Draw() {
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - begun_).count();
  std::string line = "\r\033[K" + what_;
  const std::uint64_t records = records_;
  if (records > 0) {
    line += ": " + std::to_string(records) + " records";
    if (seconds > 0.5) {
      line += ", " +
              std::to_string(static_cast<std::uint64_t>(static_cast<double>(records) / seconds)) +
              " a second";
    }
  }
  const std::uint64_t done = done_;
  if (total_ > 0 && done > 0 && done <= total_ && seconds > 0.5) {
    const double left = seconds * (static_cast<double>(total_) / static_cast<double>(done) - 1.0);
    line += ", " + std::to_string(done * 100 / total_) + " %, about " + Duration(left) + " left";
  }
  std::fputs(line.c_str(), stderr);
}

}  // namespace waypost::builder
