// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// The preview's only script. It lives in a world of its own, where the page's content cannot reach it, and does as the
// window tells: exchanges blocks, scrolls, and reports what the user clicks. `blocks` mirrors the window's list.

(() => {
'use strict';

const article = document.getElementById('article');
const blocks = [];
let channel = null;
let scrolledTo = -1; // where we scrolled to ourselves; an event for that place is not the user's
let lastTop = 0; // where the page stood when it scrolled last, by whom ever

const base = document.createElement('base'); // the engine names pictures from the blog's folder on
base.href = 'broadside://post/';
document.head.append(base);
const waiting = new WeakMap(); // boxes for pictures that are not loaded: the picture and its address
let allowed = {pictures: new Set(), hosts: new Set()};

const colours = document.createElement('style'); // of code
document.head.append(colours);

// ---- What may be shown

const removed = 'script, link, meta, base, object, embed, applet, frame, frameset, portal, fencedframe, source, track, dialog';

/// A quiet box in the place of something that is not shown.
function placeholder(words, title) {
    const box = document.createElement('span');
    box.className = 'not-loaded';
    box.textContent = words;
    if (title)
        box.title = title;
    return box;
}

/// The address as the web engine understands it, tabs, backslashes and all; null for one that means nothing.
function urlOf(address) {
    try {
        return new URL(address, 'broadside://post/');
    } catch {
        return null;
    }
}

function hostOf(address) {
    return urlOf(address)?.host ?? '';
}

/// Whether an address belongs to the preview itself: relative, or a picture in the text.
function isLocal(address) {
    const url = urlOf(address);
    return url !== null && (url.protocol === 'broadside:' && url.host === 'post' || /^data:image\//i.test(url.href));
}

/// The address in words that a reader can read, where it is written rightly.
function decoded(address) {
    try {
        return decodeURIComponent(address);
    } catch {
        return address;
    }
}

/// The address of a picture on the web, as it is asked for; null for any other.
function webUrl(address) {
    const url = urlOf(address);
    if (url && /^https?:$/.test(url.protocol))
        return url;
    const isShort = url && url.protocol === 'broadside:' && url.host !== 'post' && /^\s*[\\/]{2}/.test(address);
    try {
        return isShort ? new URL(`https://${url.host}${url.pathname}${url.search}`) : null;
    } catch {
        return null;
    }
}

function isAllowed(url) {
    return allowed.hosts.has(url.hostname) || allowed.pictures.has(url.href);
}

function notFound(image, address) {
    return placeholder(`picture: ${decoded(address.split('/').pop()).slice(0, 80)} (not found)`, image.alt || address);
}

/// What stands for a picture of the web until it is allowed. The button only asks the window to ask: what a post draws
/// over it, or makes of it, can bring about no more than the question.
function offer(image, url) {
    const box = placeholder(`picture: ${url.host} (not loaded)`, image.alt || url.href);
    box.className = `${image.className} not-loaded`.trim();
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Load…';
    button.addEventListener('click', (event) => {
        event.stopPropagation();
        event.preventDefault();
        if (channel)
            channel.load(url.href);
    });
    box.append(button);
    const later = image.cloneNode(); // lifeless, as the fragment is
    later.removeAttribute('src');
    waiting.set(box, [later, url]);
    return box;
}

/// Takes out of a parsed, still lifeless fragment what must not come to life.
function tame(fragment) {
    for (const element of fragment.querySelectorAll(removed))
        element.remove();
    for (const frame of fragment.querySelectorAll('iframe, video, audio'))
        frame.replaceWith(placeholder(`embedded page: ${hostOf(frame.getAttribute('src') || '') || 'unknown'} (not loaded)`));
    for (const image of fragment.querySelectorAll('img')) {
        const address = image.getAttribute('src') || '';
        image.removeAttribute('srcset');
        image.addEventListener('error', () => image.replaceWith(notFound(image, address)));
        const url = webUrl(address);
        if (url && !isAllowed(url))
            image.replaceWith(offer(image, url));
        else if (url)
            image.src = url.href;
        else if (!isLocal(address))
            image.replaceWith(placeholder(`picture: ${hostOf(address)} (not loaded)`, image.alt || address));
        else if (address.startsWith('/'))
            image.src = `broadside://post${address}`;
    }
    for (const element of fragment.querySelectorAll('[ping], [autofocus], [name]')) {
        element.removeAttribute('ping');
        element.removeAttribute('autofocus'); // which would take the keyboard away from who is typing
        if (!element.matches('a')) // a name shadows functions of the document and of forms
            element.removeAttribute('name');
    }
}

function blockOf(html) {
    const template = document.createElement('template');
    template.innerHTML = html;
    tame(template.content);
    const element = document.createElement('div');
    element.className = 'block';
    element.append(template.content);
    return element;
}

// ---- Places

function topOf(element) {
    return element.getBoundingClientRect().top;
}

/// The block that is at `y` of the view, by bisection: blocks stand one below the other.
function blockAt(y) {
    let low = 0;
    let high = blocks.length - 1;
    while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (topOf(blocks[middle]) <= y)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

function scrollBy(distance) {
    const root = document.scrollingElement;
    const before = root.scrollTop;
    root.scrollTop = before + distance;
    if (root.scrollTop !== before)
        lastTop = scrolledTo = root.scrollTop;
}

/// `direction` is where the text went, -1 for up, 1 for down, or 0: the page does not go against it, unless it is far away.
function scrollTo(block, part, share, direction = 0) {
    const element = blocks[Math.min(block, blocks.length - 1)];
    if (!element)
        return;
    if (share === 0 || share === 1) { // both ends, margins and all
        scrollBy((share === 0 ? -1 : 1) * document.scrollingElement.scrollHeight);
        return;
    }
    const box = element.getBoundingClientRect();
    const distance = box.top + part * box.height - share * window.innerHeight;
    if (distance * direction >= 0 || Math.abs(distance) > window.innerHeight)
        scrollBy(distance);
}

/// Scrolls as little as it takes to see a place where somebody writes, with the next line or two.
function reveal(block, part) {
    const element = blocks[Math.min(block, blocks.length - 1)];
    if (!element)
        return;
    const box = element.getBoundingClientRect();
    const y = box.top + part * box.height;
    const room = Math.min(64, window.innerHeight / 4);
    if (y + room > window.innerHeight)
        scrollBy(y + room - window.innerHeight);
    else if (y < room)
        scrollBy(y - room);
}

/// Marks a block for a moment, for eyes that come from the text.
function point(block) {
    const colours = [{backgroundColor: 'var(--mark)'}, {backgroundColor: 'transparent'}];
    blocks[Math.min(block, blocks.length - 1)]?.animate(colours, {duration: 1200, easing: 'ease-in'});
}

/// A function that puts what stands at the top of the view back there, whatever changed above it.
function keepPlace(changes) {
    if (document.scrollingElement.scrollTop === 0)
        return () => scrollBy(-document.scrollingElement.scrollTop); // the begin stays in view, however long the title gets
    const index = blocks.length ? blockAt(1) : 0;
    const changed = new Set();
    for (const [first, count] of changes)
        for (let i = first; i < first + count; ++i)
            changed.add(i);
    let anchor = index;
    while (anchor < blocks.length && changed.has(anchor))
        ++anchor;
    const element = blocks[anchor];
    if (!element)
        return () => {};
    const before = topOf(element);
    return () => scrollBy(topOf(element) - before);
}

// ---- What the window asks for

/// The changes come in ascending order, with the places they have when those before them are made.
function patch(revision, changes, place, written) {
    const restore = keepPlace(changes);
    for (const [first, count, html] of changes) {
        const fresh = html.map(blockOf);
        const gone = blocks.splice(first, count, ...fresh);
        const after = blocks[first + fresh.length] || null;
        const fragment = document.createDocumentFragment();
        fragment.append(...fresh);
        for (const element of gone)
            element.remove();
        article.insertBefore(fragment, after);
    }
    restore();
    if (place)
        scrollTo(...place);
    if (written)
        reveal(...written);
    requestAnimationFrame(() => channel && channel.paint(revision));
}

function clear() {
    blocks.length = 0;
    article.replaceChildren();
}

/// The pictures of the web, and the hosts of such, that may be loaded from now on.
function setAllowed(pictures, hosts) {
    allowed = {pictures: new Set(pictures), hosts: new Set(hosts)};
    const restore = keepPlace([]);
    for (const box of article.querySelectorAll('.not-loaded')) {
        const [picture, url] = waiting.get(box) || [];
        if (!picture || !isAllowed(url))
            continue;
        const image = document.importNode(picture);
        image.addEventListener('error', () => image.replaceWith(notFound(image, url.href)));
        image.addEventListener('load', restore, {once: true});
        image.src = url.href;
        box.replaceWith(image);
    }
    restore();
}

/// The stylesheets of the built site instead of ours; none for ours.
function setSheets(addresses) {
    for (const link of document.head.querySelectorAll('link[data-site]'))
        link.remove();
    document.getElementById('own-look').disabled = addresses.length > 0;
    document.documentElement.classList.toggle('site-look', addresses.length > 0);
    for (const address of addresses) {
        const link = document.createElement('link');
        link.rel = 'stylesheet';
        link.dataset.site = '';
        link.href = address;
        document.head.append(link);
    }
}

function setColours(dark, codeStyle) {
    document.documentElement.classList.toggle('dark', dark);
    colours.textContent = codeStyle;
}

// ---- What the user does

function indexOf(node) {
    const element = node && (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement);
    const block = element && element.closest('.block');
    return block ? blocks.indexOf(block) : -1;
}

/// How many characters that are not white space stand in the block before the place, and the word there.
function textPlace(block, node, offset) {
    const range = document.createRange();
    range.selectNodeContents(block);
    range.setEnd(node, offset);
    const count = range.toString().replace(/\s+/gu, '').length;
    const text = node.nodeType === Node.TEXT_NODE ? node.data : '';
    const before = /[\p{L}\p{N}]*$/u.exec(text.slice(0, offset))[0];
    const after = /^[\p{L}\p{N}]*/u.exec(text.slice(offset))[0];
    return [count - before.length, before + after];
}

document.addEventListener('click', (event) => {
    // A form's fields may have names that shadow its methods.
    const closest = (selector) => Element.prototype.closest.call(event.target, selector);
    if (closest('.not-loaded button'))
        return;
    const link = closest('a, area');
    if (link)
        event.preventDefault();
    const address = link && (link.getAttribute('href') ?? link.getAttribute('xlink:href'));
    if (address) {
        if (address.startsWith('#')) {
            const target = document.getElementById(decoded(address.slice(1)));
            if (target)
                target.scrollIntoView({block: 'start'});
        } else if (channel) {
            channel.follow(address);
        }
        return;
    }
    if (!channel || !window.getSelection().isCollapsed)
        return;
    const index = indexOf(event.target);
    if (index < 0)
        return;
    const caret = document.caretRangeFromPoint(event.clientX, event.clientY);
    const inside = caret && blocks[index].contains(caret.startContainer);
    const [offset, word] = inside ? textPlace(blocks[index], caret.startContainer, caret.startOffset) : [0, ''];
    channel.click(index, offset, word);
}, true);

for (const kind of ['submit', 'dragstart', 'auxclick'])
    document.addEventListener(kind, (event) => event.preventDefault(), true);

let isScrollWaiting = false;
document.addEventListener('scroll', () => {
    if (isScrollWaiting)
        return;
    isScrollWaiting = true;
    requestAnimationFrame(() => {
        isScrollWaiting = false;
        const root = document.scrollingElement;
        if (Math.abs(root.scrollTop - scrolledTo) < 1.5 || !channel || !blocks.length)
            return;
        scrolledTo = -1;
        const direction = Math.sign(root.scrollTop - lastTop);
        lastTop = root.scrollTop;
        const room = root.scrollHeight - window.innerHeight;
        const share = room > 0 ? root.scrollTop / room : 0;
        const y = share * window.innerHeight;
        const index = blockAt(y);
        const box = blocks[index].getBoundingClientRect();
        const part = box.height > 0 ? Math.min(1, Math.max(0, (y - box.top) / box.height)) : 0;
        channel.scroll(index, part, share, direction);
    });
}, {passive: true});

globalThis.broadside = {patch, clear, scrollTo, point, setAllowed, setColours, setSheets};

new QWebChannel(qt.webChannelTransport, (connection) => {
    channel = connection.objects.preview;
    channel.ready();
});
})();
