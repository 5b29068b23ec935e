// Rows of a tab separated file, without comment lines and the heading.
#pragma once

#include <fstream>
#include <string>
#include <vector>

inline std::vector<std::vector<std::string>> tsv_rows(std::string const& name) {
    std::vector<std::vector<std::string>> rows;
    std::ifstream in(std::string(KUMIHAN_TEXT_DATA) + "/" + name);
    bool heading = true;
    for (std::string line; std::getline(in, line);) {
        if (!line.empty() && line[0] == '#') continue;
        if (std::exchange(heading, false)) continue;
        std::vector<std::string> cells(1);
        for (char const c : line)
            if (c == '\t')
                cells.emplace_back();
            else
                cells.back().push_back(c);
        rows.push_back(std::move(cells));
    }
    return rows;
}
