// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <arpa/inet.h>
#include <atomic>
#include <functional>
#include <mutex>
#include <netinet/in.h>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

/// A web server of the test's own on this machine, which answers what the test says, one question after the other.
class LoopbackServer
{
public:
    /// Gets "HEAD /path", gives a whole response.
    using Answer = std::function<std::string(std::string_view question)>;

    explicit LoopbackServer(Answer answer) : m_answer(std::move(answer)), m_socket(::socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto *const generic = reinterpret_cast<sockaddr *>(&address);
        if (::bind(m_socket, generic, size) != 0 || ::listen(m_socket, 16) != 0 ||
            ::getsockname(m_socket, generic, &size) != 0)
            std::abort();
        m_port = ntohs(address.sin_port);
        m_thread = std::jthread([this] { serve(); });
    }
    LoopbackServer(const LoopbackServer &) = delete;
    LoopbackServer &operator=(const LoopbackServer &) = delete;
    ~LoopbackServer()
    {
        m_isClosing = true;
        ::shutdown(m_socket, SHUT_RDWR);
        m_thread.join();
        ::close(m_socket);
    }

    [[nodiscard]] std::string url(std::string_view path) const
    {
        return "http://127.0.0.1:" + std::to_string(m_port) + std::string(path);
    }
    /// What it was asked so far.
    [[nodiscard]] std::vector<std::string> questions() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_questions;
    }

    static std::string response(std::string_view status, std::string_view headers = {}, std::string_view body = {})
    {
        return "HTTP/1.1 " + std::string(status) +
               "\r\nConnection: close\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
               std::string(headers) + "\r\n" + std::string(body);
    }

private:
    void serve()
    {
        while (!m_isClosing) {
            const int client = ::accept(m_socket, nullptr, nullptr);
            if (client < 0)
                continue;
            std::string request;
            char bytes[4096];
            while (!request.contains("\r\n\r\n")) {
                const ssize_t count = ::recv(client, bytes, sizeof bytes, 0);
                if (count <= 0)
                    break;
                request.append(bytes, std::size_t(count));
            }
            const std::string question = request.substr(0, request.find(" HTTP/"));
            {
                const std::scoped_lock lock(m_mutex);
                m_questions.push_back(question);
            }
            std::string answer = m_answer(question);
            if (question.starts_with("HEAD"))
                answer.resize(answer.find("\r\n\r\n") + 4);
            for (std::string_view rest = answer; !rest.empty();) {
                const ssize_t count = ::send(client, rest.data(), rest.size(), MSG_NOSIGNAL);
                if (count <= 0)
                    break;
                rest.remove_prefix(std::size_t(count));
            }
            ::close(client);
        }
    }

    Answer m_answer;
    int m_socket;
    int m_port = 0;
    std::atomic<bool> m_isClosing = false;
    mutable std::mutex m_mutex;
    std::vector<std::string> m_questions;
    std::jthread m_thread;
};
