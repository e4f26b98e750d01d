// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "window_fixture.h"

#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace {

/// A picture's host, which notes what it is asked for.
class PictureHost
{
public:
    PictureHost()
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { answer(socket); });
        });
    }
    QString address(const QString &name) const
    {
        return u"http://127.0.0.1:%1/%2"_s.arg(m_server.serverPort()).arg(name);
    }
    QStringList asked; // paths

private:
    void answer(QTcpSocket *socket)
    {
        asked.append(QString::fromLatin1(socket->readAll().split(' ').value(1)));
        QByteArray bytes;
        QBuffer buffer(&bytes);
        QImage picture(30, 20, QImage::Format_RGB32);
        picture.fill(Qt::blue);
        picture.save(&buffer, "PNG");
        socket->write("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nConnection: close\r\nContent-Length: " +
                      QByteArray::number(bytes.size()) + "\r\n\r\n" + bytes);
        socket->disconnectFromHost();
    }

    QTcpServer m_server;
};

} // namespace

/// What a post may do in the preview: run nothing, read nothing but its blog, and fetch what was allowed.
class PreviewTrustTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_window = std::make_unique<WindowFixture>(); }
    void cleanup() { m_window.reset(); }

    void runsNoScriptsOfThePost();
    void fetchesNothingFromTheNetwork();
    void showsPicturesOfTheBlogOnly();
    void showsPicturesWhereverInTheBlogThePostLies();
    void loadsExactlyThePicturesThatWereAllowed();
    void remembersAHostForTheBlog();

private:
    [[nodiscard]] bool open(const QByteArray &bytes) { return m_window->open(bytes) && m_window->paints(); }

    std::unique_ptr<WindowFixture> m_window;
};

void PreviewTrustTest::runsNoScriptsOfThePost()
{
    QVERIFY(open(QByteArray(aPost) + "\n.. raw:: html\n\n"
                                     "   <script>document.title = 'broken'</script>\n"
                                     "   <img src=\"x\" onerror=\"document.title = 'broken'\">\n"
                                     "   <meta http-equiv=\"refresh\" content=\"0;url=https://example.org/\">\n"
                                     "   <iframe src=\"https://example.org/\"></iframe>\n"
                                     "   <b id=\"after\" onclick=\"document.title = 'broken'\">after</b>\n"));
    QCOMPARE(m_window->inPage(u"document.getElementById('after').innerText"_s).toString(), u"after"_s);
    (void)m_window->inPage(u"document.getElementById('after').click()"_s);
    QTest::qWait(300);
    QCOMPARE(m_window->inPage(u"document.title"_s).toString(), u"Preview"_s);
    QCOMPARE(m_window->inPage(u"document.querySelectorAll('script, iframe, #article meta').length"_s).toInt(), 0);
    QCOMPARE(m_window->inPage(u"location.href"_s).toString(), u"broadside://page/"_s);
}

void PreviewTrustTest::fetchesNothingFromTheNetwork()
{
    QVERIFY(open(QByteArray(aPost) + "\n.. image:: https://pictures.example.org/a.png\n   :alt: A picture\n"));
    QVERIFY2(m_window->pageText().contains(u"picture: pictures.example.org (not loaded)"_s),
             qPrintable(m_window->pageText()));
    QCOMPARE(m_window->inPage(u"document.querySelectorAll('img').length"_s).toInt(), 0);
}

void PreviewTrustTest::showsPicturesOfTheBlogOnly()
{
    QImage picture(40, 30, QImage::Format_RGB32);
    picture.fill(Qt::red);
    QVERIFY(QDir(m_window->folder.path()).mkpath(u"pictures"_s));
    QVERIFY(picture.save(m_window->folder.filePath(u"pictures/red.png"_s)));
    QTemporaryDir elsewhere;
    QVERIFY(picture.save(elsewhere.filePath(u"secret.png"_s)));
    QVERIFY(QFile::link(elsewhere.filePath(u"secret.png"_s), m_window->folder.filePath(u"pictures/link.png"_s)));
    QVERIFY(open(QByteArray(aPost) + "\n.. image:: pictures/red.png\n\n.. image:: pictures/link.png\n\n.. image:: ../" +
                 QFileInfo(elsewhere.path()).fileName().toUtf8() + "/secret.png\n"));
    QTRY_COMPARE(m_window->inPage(WindowFixture::pictureWidths).toString(), u"40"_s);
    QTRY_COMPARE(m_window->pageText().count(u"(not found)"_s), 2);
}

void PreviewTrustTest::showsPicturesWhereverInTheBlogThePostLies()
{
    QImage picture(40, 30, QImage::Format_RGB32);
    picture.fill(Qt::red);
    QVERIFY(QDir(m_window->folder.path()).mkpath(u"posts/2026"_s) &&
            QDir(m_window->folder.path()).mkpath(u"pictures"_s));
    QVERIFY(picture.save(m_window->folder.filePath(u"posts/2026/beside.png"_s)));
    QVERIFY(picture.save(m_window->folder.filePath(u"pictures/above.png"_s)));
    (void)m_window->write(u"conf.py"_s, "extensions = ['ablog']\n");
    QVERIFY(m_window->open(QByteArray(aPost) + "\n.. image:: beside.png\n\n.. figure:: /pictures/above.png\n\n"
                                               ".. image:: ../../pictures/above.png\n",
                           u"posts/2026/post.rst"_s) &&
            m_window->paints());
    QTRY_COMPARE(m_window->inPage(WindowFixture::pictureWidths).toString(), u"40,40,40"_s);
}

void PreviewTrustTest::loadsExactlyThePicturesThatWereAllowed()
{
    PictureHost host;
    const QString post = u"Title\n=====\n\n.. image:: %1\n\n.. image:: %2\n\n.. raw:: html\n\n"
                         "   <p style=\"background: url(%3)\">x</p>\n"_s.arg(
                             host.address(u"one.png"_s), host.address(u"two.png"_s), host.address(u"style.png"_s));
    QVERIFY(open(post.toUtf8()));
    QTest::qWait(200); // for what must not happen
    QCOMPARE(host.asked, QStringList());
    const auto asksFor = [this] {
        (void)m_window->inPage(u"document.querySelector('.not-loaded button').click()"_s);
        return QTest::qWaitFor([this] { return m_window->message().contains(u"127.0.0.1"_s); });
    };
    QVERIFY(asksFor()); // a click in the page loads nothing: a post could bring it about
    QTest::qWait(200);
    QCOMPARE(host.asked, QStringList());
    m_window->choose(u"pictureNow"_s);
    QTRY_COMPARE(m_window->inPage(WindowFixture::pictureWidths).toString(), u"30"_s);
    QCOMPARE(host.asked, QStringList{u"/one.png"_s});
    QVERIFY(m_window->find<QLabel>(u"preview.network"_s)->text().contains(u"127.0.0.1"_s));

    QVERIFY(asksFor());
    m_window->choose(u"hostNow"_s);
    QTRY_COMPARE(m_window->inPage(WindowFixture::pictureWidths).toString(), u"30,30"_s);
    QVERIFY(m_window->settings.pictureHosts.isEmpty());
}

void PreviewTrustTest::remembersAHostForTheBlog()
{
    PictureHost host;
    const QByteArray post = u"Title\n=====\n\n.. image:: %1\n"_s.arg(host.address(u"one.png"_s)).toUtf8();
    QVERIFY(open(post));
    (void)m_window->inPage(u"document.querySelector('.not-loaded button').click()"_s);
    QTRY_VERIFY(m_window->message().contains(u"127.0.0.1"_s));
    m_window->choose(u"hostAlways"_s);
    QTRY_COMPARE(m_window->inPage(WindowFixture::pictureWidths).toString(), u"30"_s);
    QCOMPARE(m_window->settings.pictureHosts.size(), 1);

    QVERIFY(m_window->open(post, u"other.rst"_s) && m_window->paints());
    QTRY_COMPARE(m_window->inPage(WindowFixture::pictureWidths).toString(), u"30"_s);
}

BROADSIDE_UI_TEST_MAIN(PreviewTrustTest)
#include "preview_trust_test.moc"
