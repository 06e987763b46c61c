<?php
/**
 * Plugin Name: Cooperation Atlas
 * Description: A block, and a shortcode, that show a cooperation framework as a sector matrix and a timeline. Authors need no right to scripts for it.
 * Version: %version%
 * License: Apache-2.0
 * Requires at least: 6.1
 * Requires PHP: 7.4
 */

defined( 'ABSPATH' ) || exit;

// What an author may choose; an attribute without a list takes any text.
const COOPERATION_ATLAS = array(
	'lang'  => array( 'en', 'ru' ),
	'view'  => array( 'both', 'matrix', 'timeline' ),
	'theme' => array( 'auto', 'light', 'dark' ),
	'query' => null,
);

add_action(
	'init',
	function () {
		$attribute = array( 'type' => 'string', 'default' => '' );
		$libraries = array( 'wp-blocks', 'wp-element', 'wp-block-editor', 'wp-components' );
		wp_register_script( 'cooperation-atlas', plugins_url( 'cooperation-atlas.js', __FILE__ ), array(), '%version%', true );
		wp_register_script( 'cooperation-atlas-block', plugins_url( 'block.js', __FILE__ ), $libraries, '%version%', true );
		wp_localize_script( 'cooperation-atlas-block', 'cooperationAtlas', COOPERATION_ATLAS );
		register_block_type(
			'cooperation-atlas/atlas',
			array(
				'api_version'     => 2,
				'title'           => 'Cooperation Atlas',
				'category'        => 'embed',
				'icon'            => 'grid-view',
				'attributes'      => array_map( fn() => $attribute, COOPERATION_ATLAS ),
				'editor_script'   => 'cooperation-atlas-block',
				'render_callback' => 'cooperation_atlas',
			)
		);
		add_shortcode( 'cooperation-atlas', 'cooperation_atlas' );
	}
);

// The element with what was chosen, and in it a link to the static page for readers without scripts.
function cooperation_atlas( $chosen ) {
	wp_enqueue_script( 'cooperation-atlas' );
	$attributes = '';
	foreach ( COOPERATION_ATLAS as $name => $values ) {
		$value = is_array( $chosen ) && isset( $chosen[ $name ] ) ? (string) $chosen[ $name ] : '';
		if ( '' !== $value && ( null === $values || in_array( $value, $values, true ) ) ) {
			// A query that has been through an editor may have its ampersands written out.
			$attributes .= sprintf( ' %s="%s"', $name, esc_attr( html_entity_decode( $value ) ) );
		}
	}
	$link = sprintf( '<a href="%s">Cooperation Atlas</a>', esc_url( plugins_url( 'fallback.html', __FILE__ ) ) );
	return "<cooperation-atlas$attributes>$link</cooperation-atlas>";
}
