#include "server/handlers/api.h"
#include "server/response/answer_text.h"
#include "server/response/json_text.h"

namespace waypost::server {

HttpResponse HealthHandler::Health() const {
  return {.headers = {{"Cache-Control", "no-store"}}, .body = R"({"status":"ok"})"};
}

HttpResponse HealthHandler::Ready() const {
  JsonText json;
  json.StartObject()
      .Text("status", "ready")
      .Text("build", BuildText(*serving.index))
      .Text("built_at", FormatIsoDate(serving.index->as_of()))
      .Whole("services", serving.index->services().size())
      .EndObject();
  return {.headers = {{"Cache-Control", "no-store"}}, .body = std::move(json).Take()};
}

}  // namespace waypost::server
