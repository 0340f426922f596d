#pragma once

// How much words of the vocabularies tell in a sentence. Vocabularies name terms for many purposes,
// and what is a good name in a list may say nothing in speech. Pure; O(length of the lists).

#include <string_view>

namespace waypost::ask {

// A name or synonym that says too little to be read at all: "dad", "village".
bool IsTooLittle(std::string_view text);

// One that is what is wanted only where nothing else is: "landlord".
bool IsWeak(std::string_view text);

// An abbreviation that is an everyday word in small letters: "MS", "SEND".
bool IsOnlyInCapitals(std::string_view word);

// A sense that any sentence may have: "come", "somebody".
bool SaysLittle(std::string_view sense);

}  // namespace waypost::ask
