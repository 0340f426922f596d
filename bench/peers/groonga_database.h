// Groonga's library behind one call: a command in, its reply out.
#pragma once

#include <groonga.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace waypost::bench {

// The library is ready for as long as this lives, which is longer than any database.
class GroongaLibrary {
 public:
  GroongaLibrary() { grn_init(); }
  GroongaLibrary(const GroongaLibrary&) = delete;
  GroongaLibrary& operator=(const GroongaLibrary&) = delete;
  ~GroongaLibrary() { grn_fin(); }
};

// An open database and its one client. Throws std::runtime_error with Groonga's own words.
class GroongaDatabase {
 public:
  static GroongaDatabase Create(const std::string& path) {
    GroongaDatabase made;
    grn_db_create(made.context_.get(), path.c_str(), nullptr);
    made.Check(path);
    return made;
  }

  static GroongaDatabase Open(const std::string& path) {
    GroongaDatabase opened;
    grn_db_open(opened.context_.get(), path.c_str());
    opened.Check(path);
    return opened;
  }

  // The reply to a command, or to a further line of what the command `load` loads.
  std::string Send(std::string_view line) const {
    grn_ctx_send(context_.get(), line.data(), static_cast<unsigned>(line.size()), 0);
    Check(line);  // before the reply is fetched, which forgets an error
    std::string reply;
    for (int flags = GRN_CTX_MORE; (flags & GRN_CTX_MORE) != 0;) {
      char* part = nullptr;
      unsigned size = 0;
      grn_ctx_recv(context_.get(), &part, &size, &flags);
      reply.append(part, size);
    }
    return reply;
  }

 private:
  struct Close {
    void operator()(grn_ctx* context) const { grn_ctx_close(context); }
  };

  GroongaDatabase() : context_(grn_ctx_open(0)) {
    if (!context_) throw std::runtime_error("Groonga gives no context");
  }

  void Check(std::string_view what) const {
    if (context_->rc == GRN_SUCCESS) return;
    throw std::runtime_error(std::string(context_->errbuf) + ": " +
                             std::string(what.substr(0, 400)));
  }

  std::unique_ptr<grn_ctx, Close> context_;
};

}  // namespace waypost::bench
