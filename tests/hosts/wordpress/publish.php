<?php
// Sets WordPress up and publishes posts, each as somebody with a role: `php publish.php FOLDER`, with a JSON list of role,
// title and content on the standard input. Prints a JSON list of the posts: path, content as it was saved, and rights.

$_SERVER += ['HTTP_HOST' => '127.0.0.1', 'REQUEST_URI' => '/', 'SERVER_PROTOCOL' => 'HTTP/1.1', 'REQUEST_METHOD' => 'GET'];
define('WP_INSTALLING', true);
require $argv[1] . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';

// What it would send to the administrator by mail.
function wp_new_blog_notification() {}

wp_install('Secretariat', 'administrator', 'administrator@example.org', true, '', wp_generate_password());
wp_installing(false);
// The plugin of the release, as an administrator turns it on; this process reads it late.
update_option('active_plugins', ['cooperation-atlas/cooperation-atlas.php']);

$posts = [];
foreach (json_decode(stream_get_contents(STDIN), true) as [$role, $title, $content]) {
    $user = get_user_by('login', $role)->ID
        ?? wp_insert_user(['user_login' => $role, 'user_pass' => wp_generate_password(), 'role' => $role]);
    // From here on WordPress filters what this user may not write, as it does for the editor in the browser.
    wp_set_current_user($user);
    $post = wp_insert_post(wp_slash([
        'post_title' => $title, 'post_content' => $content, 'post_status' => 'publish', 'post_author' => $user,
    ]), true);
    if (is_wp_error($post)) {
        fwrite(STDERR, $post->get_error_message());
        exit(1);
    }
    $posts[] = [
        'path' => '/?p=' . $post,
        'content' => get_post($post)->post_content,
        'unfiltered' => current_user_can('unfiltered_html'),
    ];
}
echo json_encode($posts);
