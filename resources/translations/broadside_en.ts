<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>session::PostRepair</name>
    <message numerus="yes">
        <source>%1, %2 % alike, %n paragraph(s) with other words</source>
        <translation>
            <numerusform>%1, %2 % alike, %n paragraph with other words</numerusform>
            <numerusform>%1, %2 % alike, %n paragraphs with other words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %n picture(s) of it are missing here</source>
        <translation>
            <numerusform>; %n picture of it is missing here</numerusform>
            <numerusform>; %n pictures of it are missing here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>session::QuickFixes</name>
    <message numerus="yes">
        <source>Fix all %n of this kind</source>
        <translation>
            <numerusform>Fix all %n of this kind</numerusform>
            <numerusform>Fix all %n of this kind</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ArchiveLine</name>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>%n draft</numerusform>
            <numerusform>%n drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with errors or warnings</source>
        <translation>
            <numerusform>%n with errors or warnings</numerusform>
            <numerusform>%n with errors or warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n that readers stumble over</source>
        <translation>
            <numerusform>%n that readers stumble over</numerusform>
            <numerusform>%n that readers stumble over</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DriftDialog</name>
    <message numerus="yes">
        <source>Nothing differs in %n post(s).</source>
        <translation>
            <numerusform>Nothing differs in %n post.</numerusform>
            <numerusform>Nothing differs in %n posts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n post(s) differ. Lines with − are the site&apos;s, lines with + are Broadside&apos;s.</source>
        <translation>
            <numerusform>%1 of %n post differs. Lines with − are the site&apos;s, lines with + are Broadside&apos;s.</numerusform>
            <numerusform>%1 of %n posts differ. Lines with − are the site&apos;s, lines with + are Broadside&apos;s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ExportDestination</name>
    <message numerus="yes">
        <source>%n commit(s) not pushed</source>
        <translation>
            <numerusform>%n commit not pushed</numerusform>
            <numerusform>%n commits not pushed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commit(s) behind %1</source>
        <translation>
            <numerusform>%n commit behind %1</numerusform>
            <numerusform>%n commits behind %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FileNameOffer</name>
    <message numerus="yes">
        <source>%n picture(s) that it shows are taken along.</source>
        <translation>
            <numerusform>%n picture that it shows is taken along.</numerusform>
            <numerusform>%n pictures that it shows are taken along.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ImportCommand</name>
    <message numerus="yes">
        <source>Its %n picture(s) are stored with it when it is saved.</source>
        <translation>
            <numerusform>Its picture is stored with it when it is saved.</numerusform>
            <numerusform>Its %n pictures are stored with it when it is saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ImportDialog</name>
    <message numerus="yes">
        <source>Import — %n post(s)</source>
        <translation>
            <numerusform>Import — %n post</numerusform>
            <numerusform>Import — %n posts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PasteCommands</name>
    <message numerus="yes">
        <source>%n picture(s) came with this text. They are stored with the post, which has no file yet.</source>
        <translation>
            <numerusform>%n picture came with this text. It is stored with the post, which has no file yet.</numerusform>
            <numerusform>%n pictures came with this text. They are stored with the post, which has no file yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) are in the text now. Say what each of them shows: Tab leads to the next one.</source>
        <translation>
            <numerusform>%n picture is in the text now. Say what it shows.</numerusform>
            <numerusform>%n pictures are in the text now. Say what each of them shows: Tab leads to the next one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PostRemarks</name>
    <message numerus="yes">
        <source>The import from Blogger left %n mark(s) in this post that readers see.</source>
        <translation>
            <numerusform>The import from Blogger left %n mark in this post that readers see.</numerusform>
            <numerusform>The import from Blogger left %n marks in this post that readers see.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PreviewPane</name>
    <message numerus="yes">
        <source>Network: pictures of %n hosts</source>
        <translation>
            <numerusform>Network: pictures of %n host</numerusform>
            <numerusform>Network: pictures of %n hosts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RenameCommand</name>
    <message numerus="yes">
        <source>%n post(s) of the blog were written.</source>
        <translation>
            <numerusform>%n post of the blog was written.</numerusform>
            <numerusform>%n posts of the blog were written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RenameDialog</name>
    <message numerus="yes">
        <source>%n post(s) were written. No other byte of them has changed.</source>
        <translation>
            <numerusform>%n post was written. No other byte of it has changed.</numerusform>
            <numerusform>%n posts were written. No other byte of them has changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write %n P&amp;ost(s)</source>
        <translation>
            <numerusform>Write %n P&amp;ost</numerusform>
            <numerusform>Write %n P&amp;osts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) would change.</source>
        <translation>
            <numerusform>%n post would change.</numerusform>
            <numerusform>%n posts would change.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RepairArchiveDialog</name>
    <message numerus="yes">
        <source>Repairing %n post(s)…</source>
        <translation>
            <numerusform>Repairing %n post…</numerusform>
            <numerusform>Repairing %n posts…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) repaired.</source>
        <translation>
            <numerusform>%n post repaired.</numerusform>
            <numerusform>%n posts repaired.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left as they are: %1</source>
        <translation>
            <numerusform>%n left as it is: %1</numerusform>
            <numerusform>%n left as they are: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Repair %n Post(s)</source>
        <translation>
            <numerusform>&amp;Repair %n Post</numerusform>
            <numerusform>&amp;Repair %n Posts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RepairCommand</name>
    <message numerus="yes">
        <source>%n copies read; there is none of this post.</source>
        <translation>
            <numerusform>%n copy read; it is not of this post.</numerusform>
            <numerusform>%n copies read; there is none of this post.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RepairDialog</name>
    <message numerus="yes">
        <source>%n more damaged post(s), the worst next</source>
        <translation>
            <numerusform>%n more damaged post</numerusform>
            <numerusform>%n more damaged posts, the worst next</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repaired</source>
        <translation>
            <numerusform>%n repaired</numerusform>
            <numerusform>%n repaired</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n skipped</numerusform>
            <numerusform>%n skipped</numerusform>
        </translation>
    </message>
</context>
</TS>
